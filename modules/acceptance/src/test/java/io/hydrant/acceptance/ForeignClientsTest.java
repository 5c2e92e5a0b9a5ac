package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The scenario of {@link ClientScenario} through clients of other languages. A client that the
 * machine lacks is skipped and said so; with {@code HYDRANT_CLIENTS=all} it is a failure.
 */
class ForeignClientsTest extends OneNode {
  private static final Path CLIENTS = Path.of("src/test/clients");
  private static final Path GO_SDK = Path.of("/usr/share/gocode/src/github.com/aws/aws-sdk-go-v2");
  private static final int SECONDS_MAX = 90;

  @Test
  void the_aws_sdk_for_javascript_v3() throws Exception {
    needs("node", "--version");
    if (!Files.isDirectory(CLIENTS.resolve("javascript/node_modules"))) {
      lacking("the AWS SDK for JavaScript: run npm ci in " + CLIENTS.resolve("javascript"));
    }
    runs(List.of("node", "scenario.mjs"), "javascript");
  }

  @Test
  void boto3_and_botocore() throws Exception {
    needs("/usr/bin/python3", "-c", "import boto3");
    runs(List.of("/usr/bin/python3", "scenario.py"), "python");
  }

  @Test
  void the_aws_cli() throws Exception {
    needs("/usr/bin/aws", "--version");
    runs(List.of("bash", "scenario.sh"), "cli");
  }

  /** Built from Debian's packages, which have the SDK's sources in their own GOPATH. */
  @Test
  void the_aws_sdk_for_go_v2() throws Exception {
    needs("go", "version");
    if (!Files.isDirectory(GO_SDK)) {
      lacking("the AWS SDK for Go v2 in " + GO_SDK);
    }
    runs(List.of("go", "run", "scenario.go"), "go");
  }

  @Test
  void plain_curl() throws Exception {
    needs("curl", "--version");
    runs(List.of("bash", "scenario.sh"), "curl");
  }

  static void needs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        lacking(String.join(" ", command) + " does not run");
      }
    } catch (IOException e) {
      lacking("there is no " + command[0]);
    }
  }

  private static void lacking(String what) {
    if ("all".equals(System.getenv("HYDRANT_CLIENTS"))) {
      fail(what);
    }
    abort("This machine lacks a client: " + what);
  }

  private void runs(List<String> command, String folder) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(CLIENTS.resolve(folder).toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_EC2_METADATA_DISABLED", "true",
                "HYDRANT_AWS", "/usr/bin/aws",
                "GO111MODULE", "off",
                "GOPATH", "/usr/share/gocode"));
    Process client = builder.start();
    String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(client.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(client.exitValue()).as(said).isZero();
    assertThat(ClientScenario.stepsIn(said)).isEqualTo(ClientScenario.STEPS);
  }
}
