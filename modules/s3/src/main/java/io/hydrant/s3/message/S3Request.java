package io.hydrant.s3.message;

import io.hydrant.core.id.Caller;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of a request. Its body follows in pieces.
 *
 * @param method the HTTP method, in capitals
 * @param target the bucket and the key that the address names
 * @param length the value of Content-Length; empty for a chunked body
 * @param payload what the client says about the form of the body
 * @param caller the authenticated caller; empty for an anonymous one
 * @param requestId the id in the answer's {@code x-amz-request-id}
 */
public record S3Request(
    String method,
    Target target,
    Query query,
    Headers headers,
    OptionalLong length,
    Payload payload,
    Optional<Caller> caller,
    String requestId) {

  /**
   * @param bucket as written, whether it is a valid name or not; empty for the service itself
   * @param key the decoded key; empty for the bucket itself
   */
  public record Target(Optional<String> bucket, Optional<String> key) {
    /** Returns the resource as errors show it, for example {@code /bucket/key}. */
    public String resource() {
      return "/" + bucket.orElse("") + key.map(name -> "/" + name).orElse("");
    }
  }
}
