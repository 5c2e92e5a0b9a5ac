package io.hydrant.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydrant demo}: the main job, step by step, against a node of its own. */
@Command(
    name = "demo",
    description =
        "Starts a node on a free port with a temporary folder, and shows through the AWS SDK how a"
            + " stream is encrypted, put to, delivered, and survives a kill.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--keep", description = "Keeps the temporary data folder to look into.")
  private boolean keep;

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("hydrant-demo-");
    Narrator narrator = new Narrator(System.out, picocli.CommandLine.Help.Ansi.AUTO.enabled());
    try (ChildNode node = new ChildNode(data)) {
      try {
        new Story(narrator, node).tell();
        narrator.end("Everything held.");
        return 0;
      } catch (StepFailedException e) {
        narrator.failed(e.getMessage(), node.lastLines());
        return 1;
      }
    } finally {
      if (keep) {
        System.out.println("The data folder is kept: " + data);
      } else {
        delete(data);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
