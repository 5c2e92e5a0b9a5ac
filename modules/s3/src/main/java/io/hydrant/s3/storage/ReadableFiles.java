package io.hydrant.s3.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The files below a bucket's folder, at the keys of their objects. The same path can be a file of
 * one object and a folder on the way to another, so a bucket's tree is changed under a lock: a call
 * that removes a folder because it is empty must not remove a file that has just come there.
 *
 * @param trees locks by the names of buckets; a call may hold the lock of an object before
 */
record ReadableFiles(Folders folders, StripedLocks trees) {
  /**
   * Moves bytes to the key of their object. That fails where another object has the path as a
   * folder, or its own key on the way: the keys {@code a} and {@code a/b}. The call does not wait
   * for the disk: bytes that are found at neither place after a crash do not exist, and a reader
   * looks at both.
   *
   * @return whether the bytes lie there now
   */
  boolean publish(String bucket, Path content, String key) throws IOException {
    Path readable = folders.readable(bucket, key);
    return trees.call(
        bucket,
        () -> {
          try {
            Files.createDirectories(readable.getParent());
            DurableFiles.moveWithoutWaiting(content, readable);
            return true;
          } catch (FileSystemException taken) {
            if (!Files.exists(content)) {
              throw taken;
            }
            return false;
          }
        });
  }

  /**
   * Moves the bytes at an object's key back.
   *
   * @throws NoSuchFileException where a user has removed the file
   */
  void takeBack(String bucket, String key, Path content, DurableFiles files) throws IOException {
    files.createFolders(content.getParent());
    trees.run(bucket, () -> files.move(folders.readable(bucket, key), content));
  }

  /** Deletes the bytes at an object's key, and folders that are empty then. */
  void delete(String bucket, String key) throws IOException {
    Path readable = folders.readable(bucket, key);
    if (Files.isRegularFile(readable, LinkOption.NOFOLLOW_LINKS)) {
      trees.run(
          bucket,
          () -> {
            Files.deleteIfExists(readable);
            DurableFiles.prune(readable.getParent(), folders.of(bucket).readable());
          });
    }
  }
}
