package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Waits until the disk has what the system may still hold in memory. */
interface Disk {
  /** The disk itself. */
  Disk REAL =
      new Disk() {
        @Override
        public void keepFile(Path file, FileChannel channel) throws IOException {
          channel.force(true);
        }

        @Override
        public void keepNames(Path folder) throws IOException {
          try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
          } catch (NoSuchFileException removed) {
            // Another call has removed the folder, because it was empty.
          } catch (AccessDeniedException windows) {
            // Windows opens no folder; its file system keeps the order of changes of names.
          }
        }
      };

  /** Waits for the bytes of a file. */
  void keepFile(Path file, FileChannel channel) throws IOException;

  /** Waits for the names in a folder, which may be gone. */
  void keepNames(Path folder) throws IOException;
}
