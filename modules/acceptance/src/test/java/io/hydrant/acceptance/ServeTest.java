package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts a node in the wrong way. */
class ServeTest {
  private record Ended(int exitCode, String output) {}

  private static Ended hydrant(String... arguments) throws Exception {
    Process process = process(Redirect.PIPE, List.of(), arguments);
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private static Process process(Redirect output, List<String> flags, String... arguments)
      throws IOException {
    List<String> command = NodeProcess.java(System.getProperty("java.class.path"));
    command.addAll(1, flags);
    command.add("io.hydrant.cli.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
  }

  @Test
  void a_taken_port_and_a_held_folder_are_reported_in_a_sentence(
      @TempDir Path data, @TempDir Path other) throws Exception {
    try (NodeProcess node = new NodeProcess(data)) {
      URI endpoint = node.start();
      Ended held = hydrant("serve", "--port", "0", "--data", data.toString());
      assertThat(held.exitCode()).isEqualTo(1);
      assertThat(held.output().lines()).hasSize(1);
      assertThat(held.output()).contains("is held by another node");
      Ended taken =
          hydrant(
              "serve", "--port", Integer.toString(endpoint.getPort()), "--data", other.toString());
      assertThat(taken.exitCode()).isEqualTo(1);
      assertThat(taken.output().lines()).hasSize(1);
      assertThat(taken.output()).contains("Port " + endpoint.getPort() + " on 127.0.0.1 is taken");
      assertThat(node.stop()).isEqualTo(143);
      assertThat(node.lastLines()).contains("Hydrant has stopped.");
    }
  }

  @Test
  void a_folder_that_cannot_exist_is_reported_in_a_sentence(@TempDir Path data) throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    Ended ended = hydrant("serve", "--port", "0", "--data", file.resolve("sub").toString());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output().lines()).hasSize(1);
    assertThat(ended.output()).contains("cannot be written");
  }

  @Test
  void a_wrong_setting_is_reported_in_a_sentence() throws Exception {
    Ended ended = hydrant("serve", "--port", "70000");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("hydrant.port must be from 0 to 65535, not 70000.");
  }

  @Test
  void the_demo_tells_its_story_and_ends_well() throws Exception {
    Ended demo = hydrant("demo");
    assertThat(demo.output()).contains("All steps succeeded.").doesNotContain("\u001b");
    assertThat(demo.exitCode()).isZero();
  }

  @Test
  void a_demo_that_is_stopped_leaves_no_node_and_no_folder(@TempDir Path temporary)
      throws Exception {
    Process demo = process(Redirect.DISCARD, List.of("-Djava.io.tmpdir=" + temporary), "demo");
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> demo.children().findAny().isPresent());
      ProcessHandle node = demo.children().findAny().orElseThrow();
      demo.destroy();
      assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(node.isAlive()).isFalse();
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left.filter(path -> path.getFileName().toString().startsWith("hydrant-demo-")))
            .isEmpty();
      }
    } finally {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly();
    }
  }

  @Test
  void a_mistyped_setting_is_reported_in_a_sentence(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("own.conf"), "hydrant.prot = 1");
    Ended ended = hydrant("serve", "--config", file.toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output().lines()).hasSize(1);
    assertThat(ended.output()).contains("There is no setting hydrant.prot");
  }
}
