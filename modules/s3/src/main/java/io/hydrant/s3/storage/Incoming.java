package io.hydrant.s3.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers which files are being written or deleted, so that a process that dies leaves none
 * behind. Each process has a folder with one marker per file, and holds a lock on it while it
 * lives.
 */
final class Incoming implements Closeable {
  /** The kinds of files that are written. */
  enum Kind {
    OBJECT,
    PART
  }

  /**
   * What a file will belong to.
   *
   * @param name the key of the object, or the id of the upload
   */
  record Target(Kind kind, String bucket, String name) {
    private String text() {
      return kind + "\n" + bucket + "\n" + name;
    }

    /** Reads a marker; one that was half written when the process died names nothing. */
    private static Optional<Target> read(Path marker) throws IOException {
      String[] lines = Files.readString(marker).split("\n", 3);
      return Arrays.stream(Kind.values())
          .filter(kind -> lines.length == 3 && kind.name().equals(lines[0]))
          .map(kind -> new Target(kind, lines[1], lines[2]))
          .findFirst();
    }
  }

  /** Ends what a process began with a file and did not end. */
  interface Recovery {
    void recover(Target target, String contentId) throws IOException;
  }

  private static final String LOCK = "lock";
  private static final String UNFINISHED = "unfinished";

  private final Path all;
  private final Path own;
  private final FileChannel lock;

  /**
   * @param all the folder of all processes; it is made when missing
   */
  Incoming(Path all) throws IOException {
    this.all = all;
    this.own = all.resolve(UUID.randomUUID().toString());
    Files.createDirectories(unfinished());
    this.lock =
        FileChannel.open(
            own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException("The folder " + own + " is in use");
    }
  }

  /** Returns a folder for files that mean nothing yet: they are deleted when the process dies. */
  Path unfinished() {
    return own.resolve(UNFINISHED);
  }

  /** Marks a file that is about to be written or deleted. */
  void begin(Target target, String contentId) throws IOException {
    Files.writeString(own.resolve(contentId), target.text());
  }

  /** Takes the mark off: the file is part of an object now, or deleted. */
  void end(String contentId) throws IOException {
    Files.deleteIfExists(own.resolve(contentId));
  }

  /** Recovers the files of processes that have died. */
  void recover(Recovery recovery) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(all)) {
      for (Path process : processes) {
        if (!process.equals(own) && Files.isDirectory(process)) {
          recover(process, recovery);
        }
      }
    }
  }

  private static void recover(Path process, Recovery recovery) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                process.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        return;
      }
      FolderTree.delete(process.resolve(UNFINISHED));
      try (DirectoryStream<Path> markers = Files.newDirectoryStream(process)) {
        for (Path marker : markers) {
          if (!marker.endsWith(LOCK)) {
            Optional<Target> target = Target.read(marker);
            if (target.isPresent()) {
              recovery.recover(target.get(), marker.getFileName().toString());
            }
            Files.delete(marker);
          }
        }
      }
      Files.delete(process.resolve(LOCK));
      Files.delete(process);
    } catch (OverlappingFileLockException alive) {
      // Another storage of this process is at work.
    } catch (NoSuchFileException recovered) {
      // Another process has recovered it at the same time.
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    FolderTree.delete(unfinished());
    Files.deleteIfExists(own.resolve(LOCK));
    if (isEmpty(own)) {
      Files.deleteIfExists(own);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }
}
