package io.hydrant.s3.operation;

import io.hydrant.s3.message.S3Request;
import java.util.Optional;

/** Decides whether the caller of a request may do something. */
@FunctionalInterface
public interface Authorizer {
  /** Allows everything. */
  Authorizer ALL = (request, action, bucket, key) -> {};

  /**
   * @param action without its prefix, for example {@code GetObject}
   * @param bucket empty text for an action on no bucket
   * @param key empty for an action on the bucket itself
   * @throws io.hydrant.s3.error.S3Exception AccessDenied
   */
  void require(S3Request request, String action, String bucket, Optional<String> key);
}
