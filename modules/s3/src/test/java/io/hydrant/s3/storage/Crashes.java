package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies a storage's folder each time that it waits for the disk: what a process leaves that is
 * killed there.
 */
final class Crashes implements Disk {
  private final Path root;
  private final Path copies;
  private final List<Path> taken = new ArrayList<>();

  Crashes(Path root, Path copies) {
    this.root = root;
    this.copies = copies;
  }

  @Override
  public void keepFile(Path file, FileChannel channel) throws IOException {
    copy();
  }

  @Override
  public void keepNames(Path folder) throws IOException {
    copy();
  }

  /** Copies the folder as it is now. */
  void copy() throws IOException {
    Path copy = copies.resolve("crash-" + taken.size());
    taken.add(copy);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(copy.resolve(root.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, copy.resolve(root.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Returns the copies since the last call. */
  List<Path> take() {
    List<Path> all = List.copyOf(taken.subList(returned, taken.size()));
    returned = taken.size();
    return all;
  }

  private int returned;
}
