package io.hydrant.s3.storage;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The buckets of the storage. */
public final class BucketFiles {
  private final Folders folders;
  private final StripedLocks locks;

  BucketFiles(Folders folders, StripedLocks locks) {
    this.folders = folders;
    this.locks = locks;
  }

  /** Returns a bucket, if there is one with that valid name. */
  public Optional<Bucket> find(String name) throws IOException {
    try {
      return Optional.of(
          Json.MAPPER.readValue(Files.readAllBytes(folders.of(name).description()), Bucket.class));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  /** Returns all buckets in the order of their names. */
  public List<Bucket> all() throws IOException {
    List<Bucket> buckets = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folders.buckets())) {
      for (Path name : names) {
        find(name.getFileName().toString()).ifPresent(buckets::add);
      }
    }
    buckets.sort(Comparator.comparing(Bucket::name));
    return buckets;
  }

  /**
   * Creates a bucket.
   *
   * @return the bucket that has the name already; empty where the new one is there now
   */
  public Optional<Bucket> create(Bucket bucket) throws IOException {
    return locks.call(
        bucket.name(),
        () -> {
          Optional<Bucket> there = find(bucket.name());
          if (there.isEmpty()) {
            Files.createDirectories(folders.of(bucket.name()).readable());
            store(bucket);
          }
          return there;
        });
  }

  /**
   * Changes the configurations of a bucket.
   *
   * @throws NoSuchFileException where the bucket is gone
   */
  public void change(String name, UnaryOperator<Bucket> change) throws IOException {
    locks.run(
        name,
        () -> {
          store(change.apply(find(name).orElseThrow(() -> new NoSuchFileException(name))));
        });
  }

  private void store(Bucket bucket) throws IOException {
    DurableFiles.replace(
        folders.of(bucket.name()).description(), Json.MAPPER.writeValueAsBytes(bucket));
  }

  /**
   * Deletes a bucket that holds no object. Uploads in parts go with it.
   *
   * @return whether it is deleted: not where it holds objects
   */
  public boolean delete(String name) throws IOException {
    return locks.callAlone(
        () -> {
          if (keys(name).ceiling("").isPresent()) {
            return false;
          }
          DurableFiles.delete(folders.of(name).description());
          deleteTree(folders.of(name).own());
          deleteTree(folders.of(name).readable());
          return true;
        });
  }

  /** Returns a cursor over the keys of a bucket, for one call. */
  public KeyCursor keys(String bucket) {
    return new KeyCursor(folders.of(bucket).objects());
  }

  static void deleteTree(Path folder) throws IOException {
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
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
