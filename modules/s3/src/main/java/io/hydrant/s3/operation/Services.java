package io.hydrant.s3.operation;

import io.hydrant.core.id.Caller;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.name.BucketNames;
import io.hydrant.s3.name.ObjectKeys;
import io.hydrant.s3.storage.S3Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What the operations work with.
 *
 * @param authorizer is asked about what the request itself does not name: other objects, tags
 * @param clock the service's clock
 */
record Services(
    S3Storage storage, ObjectSealing sealing, Authorizer authorizer, InstantSource clock) {
  /**
   * Returns the bucket that a request names.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidBucketName or NoSuchBucket
   */
  Bucket bucket(S3Request request) throws IOException {
    return bucket(request.target().bucket().orElseThrow());
  }

  Bucket bucket(String name) throws IOException {
    if (!BucketNames.isValid(name)) {
      throw BucketErrors.invalidBucketName(name).exception();
    }
    return storage
        .buckets()
        .find(name)
        .orElseThrow(() -> BucketErrors.noSuchBucket(name).exception());
  }

  /**
   * Returns the key that a request names.
   *
   * @throws io.hydrant.s3.error.S3Exception KeyTooLongError
   */
  static String key(S3Request request) {
    String key = request.target().key().orElseThrow();
    if (ObjectKeys.isTooLong(key)) {
      throw ObjectErrors.keyTooLong(
              key.getBytes(StandardCharsets.UTF_8).length, ObjectKeys.BYTES_MAX)
          .exception();
    }
    return key;
  }

  /** Returns the caller with whose authority KMS is called; an anonymous caller has none. */
  static Caller caller(S3Request request) {
    return request.caller().orElseThrow(() -> S3Errors.accessDenied().exception());
  }

  /** Returns a new id for a version or an upload. */
  static String uniqueId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
