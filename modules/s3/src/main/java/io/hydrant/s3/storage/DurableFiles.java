package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Changes of files that a crash leaves done or not done, and never half done.
 *
 * @param unfinished the folder of files that are not yet at their place
 */
record DurableFiles(Path unfinished, Disk disk) {
  private static final int ATTEMPTS = 100;

  /** Writes a whole file elsewhere and moves it to its place. */
  void replace(Path file, byte[] bytes) throws IOException {
    Path written = unfinished.resolve(UUID.randomUUID().toString());
    try {
      write(written, bytes);
      moveInto(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      disk.keepFile(file, channel);
    }
  }

  private void moveInto(Path written, Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        createFolders(file.getParent());
        move(written, file);
        return;
      } catch (NoSuchFileException | FileAlreadyExistsException removed) {
        // Another call has removed a folder, because it was empty.
        if (attempt == ATTEMPTS) {
          throw removed;
        }
      }
    }
  }

  /** Makes a folder and those above it, where they are missing, and waits until the disk has it. */
  void createFolders(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = folder; !Files.isDirectory(each); each = each.getParent()) {
      missing.push(each);
    }
    Files.createDirectories(folder);
    for (Path made : missing) {
      disk.keepNames(made.getParent());
    }
  }

  /** Moves a file over another one in one step, and waits until the disk has it. */
  void move(Path from, Path to) throws IOException {
    moveWithoutWaiting(from, to);
    disk.keepNames(to.getParent());
  }

  /** Moves a file over another one in one step. A crash of the machine can undo it. */
  static void moveWithoutWaiting(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a file that may be missing, and waits until the disk has it. */
  void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      disk.keepNames(file.getParent());
    }
  }

  /** Removes empty folders upwards, and stops below a root. */
  static void prune(Path folder, Path root) throws IOException {
    Path each = folder;
    while (each.startsWith(root) && !each.equals(root)) {
      try {
        Files.deleteIfExists(each);
      } catch (DirectoryNotEmptyException inUse) {
        return;
      }
      each = each.getParent();
    }
  }
}
