package io.hydrant.s3.storage;

import java.nio.file.Path;

/**
 * The places of a bucket's files.
 *
 * @param readable holds the objects that are readable as files, under their keys
 * @param own holds everything else of the bucket
 */
record BucketFolder(Path readable, Path own) {
  /** Returns the description of the bucket; a bucket exists if it does. */
  Path description() {
    return own.resolve("bucket.json");
  }

  /** Returns the folder of the descriptions of objects. */
  Path objects() {
    return own.resolve("objects");
  }

  /** Returns the file of an object's bytes until they are readable under the key. */
  Path content(String contentId) {
    return contents().resolve(contentId.substring(0, 2)).resolve(contentId);
  }

  Path contents() {
    return own.resolve("content");
  }

  /** Returns the folder of an upload in parts. */
  Path upload(String uploadId) {
    return uploads().resolve(uploadId);
  }

  Path uploads() {
    return own.resolve("uploads");
  }
}
