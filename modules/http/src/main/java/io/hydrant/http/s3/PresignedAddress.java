package io.hydrant.http.s3;

import io.hydrant.http.auth.signature.CredentialScope;
import io.hydrant.http.auth.signature.S3SignatureCheck;
import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A presigned address: its parameters hold what the Authorization header holds otherwise.
 *
 * @param seconds how long it can be used
 */
record PresignedAddress(
    String accessKeyId, CredentialScope scope, Instant signed, long seconds, Query query) {
  static final Pattern CREDENTIAL =
      Pattern.compile("([^/]+)/([0-9]{8})/([a-z0-9-]{1,32})/s3/aws4_request");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Duration LEEWAY = Duration.ofMinutes(15);
  private static final long SECONDS_MAX = 604_800;

  /**
   * Reads the parameters; empty where the address is not presigned.
   *
   * @throws io.hydrant.s3.error.S3Exception AuthorizationQueryParametersError
   */
  static Optional<PresignedAddress> of(S3Request head) {
    Query query = head.query();
    if (!query.has("X-Amz-Signature") && !query.has("X-Amz-Credential")) {
      return Optional.empty();
    }
    Matcher credential = CREDENTIAL.matcher(query.first("X-Amz-Credential").orElse(""));
    if (!query.first("X-Amz-Algorithm").equals(Optional.of("AWS4-HMAC-SHA256"))
        || !query.has("X-Amz-Signature")
        || !query.has("X-Amz-SignedHeaders")
        || !credential.matches()) {
      throw S3Errors.queryParameters(
              "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                  + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and"
                  + " X-Amz-Expires parameters.")
          .exception();
    }
    return Optional.of(
        new PresignedAddress(
            credential.group(1),
            new CredentialScope(
                credential.group(2), credential.group(3), "s3", CredentialScope.TERMINATOR),
            date(query.first("X-Amz-Date").orElse("")),
            seconds(query.first("X-Amz-Expires").orElse("")),
            query));
  }

  private static Instant date(String text) {
    try {
      return BASIC.parse(text, Instant::from);
    } catch (DateTimeException malformed) {
      throw S3Errors.queryParameters(
              "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
          .exception();
    }
  }

  private static long seconds(String text) {
    if (text.matches("-[0-9]{1,18}")) {
      throw S3Errors.queryParameters("X-Amz-Expires must be non-negative").exception();
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw S3Errors.queryParameters("X-Amz-Expires should be a number").exception();
    }
    long seconds = Long.parseLong(text);
    if (seconds > SECONDS_MAX) {
      throw S3Errors.queryParameters(
              "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                  + " X-Amz-Expires must be less than 604800 seconds")
          .exception();
    }
    return seconds;
  }

  /**
   * @throws io.hydrant.s3.error.S3Exception AccessDenied where its time is over or has not come
   */
  void requireLive(Instant now) {
    if (signed.isAfter(now.plus(LEEWAY))) {
      throw AuthenticationErrors.notYetValid(signed, now).exception();
    }
    Instant expiry = signed.plusSeconds(seconds);
    if (now.isAfter(expiry)) {
      throw S3Errors.requestHasExpired(seconds, expiry, now).exception();
    }
  }

  S3SignatureCheck.Claim claim(String bodyHash) {
    return new S3SignatureCheck.Claim(
        scope,
        List.of(
            query.first("X-Amz-SignedHeaders").orElse("").toLowerCase(Locale.ROOT).split(";", -1)),
        query.first("X-Amz-Signature").orElse(""),
        BASIC.format(signed),
        bodyHash,
        false);
  }
}
