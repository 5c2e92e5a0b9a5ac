package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of all buckets.
 *
 * @param root holds a folder a bucket with its readable objects
 * @param names maps keys to paths
 * @param places is held while a readable file comes or goes, so that no call takes a new file for
 *     an empty folder
 */
record Folders(Path root, FileNames names, StripedLocks places) {
  /** No bucket's name begins with a dot. */
  private static final String OWN = ".hydrant";

  private static final int ATTEMPTS = 100;

  Path own() {
    return own(root);
  }

  static Path own(Path root) {
    return root.resolve(OWN);
  }

  Path buckets() {
    return own().resolve("buckets");
  }

  /**
   * @param bucket a valid name
   */
  BucketFolder of(String bucket) {
    return new BucketFolder(root.resolve(bucket), buckets().resolve(bucket));
  }

  Path description(String bucket, String key) {
    return names.description(of(bucket).objects(), key);
  }

  Path readable(String bucket, String key) {
    return names.readable(of(bucket).readable(), key);
  }

  /**
   * Moves bytes to the key of their object. That fails where another object has the path as a
   * folder, or its own key on the way: the keys {@code a} and {@code a/b}. The call does not wait
   * for the disk: bytes that are found at neither place after a crash do not exist, and a reader
   * looks at both.
   *
   * @return whether the bytes lie there now
   */
  boolean publish(Path content, Path readable) throws IOException {
    return places.callAlone(() -> move(content, readable));
  }

  private static boolean move(Path content, Path readable) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Files.createDirectories(readable.getParent());
        DurableFiles.moveWithoutWaiting(content, readable);
        return true;
      } catch (NoSuchFileException removed) {
        // Another call has removed the folder, because it was empty.
        if (attempt == ATTEMPTS) {
          throw removed;
        }
      } catch (FileSystemException taken) {
        if (!Files.exists(content)) {
          throw taken;
        }
        return false;
      }
    }
  }

  /** Deletes the bytes at an object's key, and folders that are empty then. */
  void deleteReadable(String bucket, Path readable) throws IOException {
    places.run(
        bucket,
        () -> {
          if (Files.isRegularFile(readable, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(readable);
            DurableFiles.prune(readable.getParent(), of(bucket).readable());
          }
        });
  }
}
