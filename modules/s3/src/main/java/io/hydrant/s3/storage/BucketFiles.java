package io.hydrant.s3.storage;

import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The buckets of the storage. */
public final class BucketFiles {
  private final Folders folders;
  private final StripedLocks locks;
  private final DurableFiles files;

  BucketFiles(Folders folders, StripedLocks locks, DurableFiles files) {
    this.folders = folders;
    this.locks = locks;
    this.files = files;
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
    for (Path own : own()) {
      find(own.getFileName().toString()).ifPresent(buckets::add);
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
            FolderTree.delete(folders.of(bucket.name()).own());
            Files.createDirectories(folders.of(bucket.name()).readable());
            store(bucket);
          }
          return there;
        });
  }

  /**
   * Changes the configurations of a bucket.
   *
   * @throws MissingBucketException where the bucket is gone
   */
  public void change(String name, UnaryOperator<Bucket> change) throws IOException {
    locks.run(
        name,
        () -> store(change.apply(find(name).orElseThrow(() -> new MissingBucketException(name)))));
  }

  private void store(Bucket bucket) throws IOException {
    files.replace(folders.of(bucket.name()).description(), Json.MAPPER.writeValueAsBytes(bucket));
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
          files.delete(folders.of(name).description());
          deleteRest(name);
          return true;
        });
  }

  private void deleteRest(String name) throws IOException {
    FolderTree.delete(folders.of(name).readable());
    FolderTree.delete(folders.of(name).own());
  }

  /** Ends deletions that a process began and did not end. */
  void recover() throws IOException {
    for (Path own : own()) {
      String name = own.getFileName().toString();
      locks.run(
          name,
          () -> {
            if (!Files.exists(folders.of(name).description())) {
              deleteRest(name);
            }
          });
    }
  }

  private List<Path> own() throws IOException {
    List<Path> own = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folders.buckets())) {
      for (Path name : names) {
        if (Files.isDirectory(name)) {
          own.add(name);
        }
      }
    }
    return own;
  }

  /** Returns a cursor over the keys of a bucket, for one call. */
  public KeyCursor keys(String bucket) {
    return new KeyCursor(folders.of(bucket).objects());
  }
}
