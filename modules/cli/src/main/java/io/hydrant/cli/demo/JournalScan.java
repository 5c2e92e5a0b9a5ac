package io.hydrant.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Searches all files of a node, except the objects, for a text. */
final class JournalScan {
  private JournalScan() {}

  /** Returns the number of files of the journal and the snapshots that have the text in plain. */
  static long filesWith(Path data, String text) throws IOException {
    long found = 0;
    for (String folder : List.of("journal", "snapshots")) {
      if (!Files.isDirectory(data.resolve(folder))) {
        continue;
      }
      List<Path> files;
      try (Stream<Path> walk = Files.walk(data.resolve(folder))) {
        files = walk.filter(Files::isRegularFile).toList();
      }
      for (Path file : files) {
        // Every byte is a character, so that bytes can be searched as text.
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (content.contains(text)) {
          found++;
        }
      }
    }
    return found;
  }
}
