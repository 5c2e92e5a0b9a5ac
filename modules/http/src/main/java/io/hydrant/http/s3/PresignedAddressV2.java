package io.hydrant.http.s3;

import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.message.Query;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A presigned address of Signature Version 2, which has a moment of expiry instead of a duration.
 *
 * @param expires the parameter as it was sent, in seconds since 1970
 */
record PresignedAddressV2(String accessKeyId, String expires, String signature) {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final String ACCESS_KEY = "AWSAccessKeyId";
  private static final String SIGNATURE = "Signature";

  /**
   * Reads the parameters; empty where the address is not presigned in this way.
   *
   * @throws io.hydrant.s3.error.S3Exception AccessDenied
   */
  static Optional<PresignedAddressV2> of(Query query) {
    if (!query.has(ACCESS_KEY) && !query.has(SIGNATURE)) {
      return Optional.empty();
    }
    Optional<String> accessKeyId = query.first(ACCESS_KEY).filter(key -> !key.isEmpty());
    Optional<String> expires = query.first("Expires");
    Optional<String> signature = query.first(SIGNATURE);
    if (accessKeyId.isEmpty() || expires.isEmpty() || signature.isEmpty()) {
      throw AuthenticationErrors.incompleteVersion2Address().exception();
    }
    if (!SECONDS.matcher(expires.get()).matches()) {
      throw AuthenticationErrors.badExpires(expires.get()).exception();
    }
    return Optional.of(new PresignedAddressV2(accessKeyId.get(), expires.get(), signature.get()));
  }

  /**
   * @throws io.hydrant.s3.error.S3Exception AccessDenied where its time is over
   */
  void requireLive(Instant now) {
    Instant expiry = Instant.ofEpochSecond(Long.parseLong(expires));
    if (now.isAfter(expiry)) {
      throw AuthenticationErrors.hasExpired(expiry, now).exception();
    }
  }
}
