package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder with everything in it. */
final class FolderTree {
  private FolderTree() {}

  /**
   * Deletes a folder that may be missing. Links are deleted, and not followed. What another call
   * deletes meanwhile is no failure, and what it puts there meanwhile stays.
   */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            try {
              Files.deleteIfExists(visited);
            } catch (DirectoryNotEmptyException inUse) {
              // Another call has put a file there; it deletes the file when it finds out.
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
