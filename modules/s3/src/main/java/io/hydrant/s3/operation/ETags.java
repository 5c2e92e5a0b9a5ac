package io.hydrant.s3.operation;

import io.hydrant.s3.content.ReceivedContent;
import io.hydrant.s3.object.ObjectEncryption;
import io.hydrant.s3.object.ObjectVersion;

/** The ETags of objects. */
final class ETags {
  private ETags() {}

  /**
   * Returns the ETag of an object that was written at once: the MD5 of its bytes, but under SSE-KMS
   * and SSE-C a value that tells nothing about them.
   */
  static String of(ReceivedContent content, ObjectEncryption encryption) {
    return encryption.fold(
        managed -> content.md5(), kms -> Services.uniqueId(), customer -> Services.uniqueId());
  }

  /** Returns the ETag as headers and documents have it. */
  static String quoted(ObjectVersion version) {
    return quoted(version.eTag());
  }

  static String quoted(String eTag) {
    return "\"" + eTag + "\"";
  }
}
