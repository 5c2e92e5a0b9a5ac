package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of other languages against a node. A test whose client the machine lacks is skipped
 * and says so; with {@code HYDRANT_CLIENTS=all} it fails.
 */
final class ClientProcess {
  static final Path CLIENTS = Path.of("src/test/clients");

  private static final Path GO_SDK = Path.of("/usr/share/gocode/src/github.com/aws/aws-sdk-go-v2");
  private static final int SECONDS_MAX = 90;

  private ClientProcess() {}

  /** What the program prints; it must end with 0. */
  static String output(URI endpoint, Path folder, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_REGION", "us-east-1",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_EC2_METADATA_DISABLED", "true",
                "GO111MODULE", "off",
                "GOPATH", "/usr/share/gocode"));
    Process client = builder.start();
    String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(client.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(client.exitValue()).as(said).isZero();
    return said;
  }

  static void needsJavaScript() throws InterruptedException {
    needs("node", "--version");
    if (!Files.isDirectory(CLIENTS.resolve("javascript/node_modules"))) {
      lacking("the AWS SDK for JavaScript: run npm ci in " + CLIENTS.resolve("javascript"));
    }
  }

  static void needsPython() throws InterruptedException {
    needs("/usr/bin/python3", "-c", "import boto3");
  }

  static void needsCli() throws InterruptedException {
    needs("/usr/bin/aws", "--version");
  }

  /** Debian's packages have the SDK's sources in a GOPATH of their own. */
  static void needsGo() throws InterruptedException {
    needs("go", "version");
    if (!Files.isDirectory(GO_SDK)) {
      lacking("the AWS SDK for Go v2 in " + GO_SDK);
    }
  }

  static void needs(String... command) throws InterruptedException {
    if (!runs(command)) {
      lacking(String.join(" ", command) + " does not run");
    }
  }

  /** The machine has that program, and it ends with 0. */
  static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void lacking(String what) {
    if ("all".equals(System.getenv("HYDRANT_CLIENTS"))) {
      fail(what);
    }
    abort("This machine lacks a client: " + what);
  }
}
