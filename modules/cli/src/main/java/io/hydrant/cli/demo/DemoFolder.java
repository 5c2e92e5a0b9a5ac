package io.hydrant.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary data folder of the demo's node. */
final class DemoFolder {
  private DemoFolder() {}

  static Path create() throws IOException {
    return Files.createTempDirectory("hydrant-demo-");
  }

  /** Deletes the folder; a missing folder is no error. */
  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
