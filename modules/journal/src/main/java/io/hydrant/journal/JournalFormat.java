package io.hydrant.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes the version of the journal's format, a file in a node's data folder. The format
 * consists of the names of events and their components. Within a version, older forms of an event
 * stay readable.
 */
public final class JournalFormat {
  /** The file's name in the data folder. */
  public static final String FILE = "journal-format";

  private static final String VERSION = "1";

  private JournalFormat() {}

  /**
   * Returns whether this build can read the journal in the data folder; true where there is none.
   */
  public static boolean isReadable(Path data) throws IOException {
    Path file = data.resolve(FILE);
    return Files.exists(file)
        ? Files.readString(file).strip().equals(VERSION)
        : !Files.exists(data.resolve("journal").resolve("CURRENT"));
  }

  /** Marks the journal in the data folder, which is empty or readable, as being of this format. */
  public static void mark(Path data) throws IOException {
    Files.writeString(data.resolve(FILE), VERSION + "\n");
  }
}
