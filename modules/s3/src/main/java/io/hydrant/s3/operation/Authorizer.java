package io.hydrant.s3.operation;

import io.hydrant.s3.message.S3Request;
import java.util.Optional;

/** Decides whether the caller of a request may do something. */
@FunctionalInterface
public interface Authorizer {
  /** Allows everything. */
  Authorizer ALL = (request, action, target) -> {};

  /**
   * What an action concerns.
   *
   * @param bucket empty text for an action on no bucket
   * @param key empty for an action on the bucket itself
   * @param versionId the version that the caller names
   */
  record Target(String bucket, Optional<String> key, Optional<String> versionId) {
    /** Returns what a request's own address names. */
    public static Target of(S3Request request) {
      return new Target(
          request.target().bucket().orElse(""),
          request.target().key(),
          request.query().first(Versions.PARAMETER));
    }
  }

  /**
   * @param action without its prefix, for example {@code GetObject}
   * @throws io.hydrant.s3.error.S3Exception AccessDenied, or NoSuchBucket
   */
  void require(S3Request request, String action, Target target);
}
