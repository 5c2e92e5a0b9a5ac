package io.hydrant.s3.storage;

import java.nio.file.Path;

/**
 * The folder of all buckets.
 *
 * @param root holds one folder per bucket with its readable objects
 * @param names maps keys to paths
 */
record Folders(Path root, FileNames names) {
  /** No bucket's name begins with a dot. */
  private static final String OWN = ".hydrant";

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
}
