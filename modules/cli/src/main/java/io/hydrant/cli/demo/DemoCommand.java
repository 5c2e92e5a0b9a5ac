package io.hydrant.cli.demo;

import io.hydrant.cli.process.NodeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
  @Option(names = "--keep", description = "Keeps the temporary data folder.")
  private boolean keep;

  @Override
  public Integer call() throws IOException {
    Path data = DemoFolder.create();
    try (NodeProcess node = new NodeProcess(data)) {
      // Ends with the process, also when the process is stopped in the middle of a step.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(node, data), "demo-end"));
      Narrator narrator = new Narrator(System.out, picocli.CommandLine.Help.Ansi.AUTO.enabled());
      try {
        new Story(narrator, node).tell();
        narrator.end("All steps succeeded.");
        return 0;
      } catch (StepFailedException e) {
        narrator.failed(e.getMessage(), node.lastLines());
        return 1;
      }
    }
  }

  private void cleanUp(NodeProcess node, Path data) {
    try {
      node.end();
      if (keep) {
        System.out.println("The data folder is kept: " + data);
      } else {
        DemoFolder.delete(data);
      }
    } catch (IOException e) {
      System.err.println("The folder " + data + " could not be deleted: " + e.getMessage());
    }
  }
}
