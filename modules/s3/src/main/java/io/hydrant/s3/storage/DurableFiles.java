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
import java.util.UUID;

/** Changes of files that a crash leaves done or not done, and never half done. */
final class DurableFiles {
  private static final int ATTEMPTS = 100;
  private static final String BESIDE = "%w";

  private DurableFiles() {}

  /** Writes a whole file beside its place and moves it there. */
  static void replace(Path file, byte[] bytes) throws IOException {
    Path parent = file.getParent();
    Path beside = parent.resolve(BESIDE + UUID.randomUUID());
    for (int attempt = 1; ; attempt++) {
      Files.createDirectories(parent);
      try {
        write(beside, bytes);
        move(beside, file);
        return;
      } catch (NoSuchFileException removed) {
        // Another call has removed the folder, because it was empty.
        if (attempt == ATTEMPTS) {
          throw removed;
        }
      }
    }
  }

  /** Returns whether a name is that of a file that is being written beside its place. */
  static boolean isBeside(String name) {
    return name.startsWith(BESIDE);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Moves a file over another one in one step, and waits until the disk has it. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(to.getParent());
  }

  /** Deletes a file that may be missing, and waits until the disk has it. */
  static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      sync(file.getParent());
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

  /** Waits until the disk has a folder's names. Not every system can open a folder. */
  static void sync(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (FileAlreadyExistsException | java.nio.file.AccessDeniedException windows) {
      // Windows opens no folder; its file system keeps the order of changes of names itself.
    }
  }
}
