package io.hydrant.http.auth.signature;

import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.error.S3Errors;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies Signature Version 2 of S3, which older clients and presigned addresses of some current
 * ones have.
 */
public final class S3SignatureV2Check {
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final String HMAC = "HmacSHA1";

  private final InstantSource clock;

  /**
   * @param clock real time, by which clients sign
   */
  public S3SignatureV2Check(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Verifies the signature of an Authorization header.
   *
   * @param bucket the bucket of a virtual host; empty where the path names it
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch, RequestTimeTooSkewed or
   *     AccessDenied
   */
  public void verifyHeader(
      SignedRequest request, Optional<String> bucket, String signature, String secret) {
    Instant made =
        RequestDate.of(request)
            .fold(
                RequestDate::instant,
                error -> {
                  throw AuthenticationErrors.noDate().exception();
                });
    Instant now = clock.instant();
    if (Duration.between(made, now).abs().compareTo(SKEW) > 0) {
      throw S3Errors.requestTimeTooSkewed(made.toString(), now).exception();
    }
    boolean replaced = request.first("x-amz-date").isPresent();
    verify(request, bucket, replaced ? "" : request.first("date").orElse(""), signature, secret);
  }

  /**
   * Verifies the signature of a presigned address.
   *
   * @param expires the parameter Expires as it was sent
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch
   */
  public void verifyAddress(
      SignedRequest request,
      Optional<String> bucket,
      String expires,
      String signature,
      String secret) {
    verify(request, bucket, expires, signature, secret);
  }

  private static void verify(
      SignedRequest request,
      Optional<String> bucket,
      String date,
      String signature,
      String secret) {
    boolean matches =
        ContentTypeSpellings.orNone(request)
            .map(spelt -> sign(CanonicalV2.of(spelt, bucket, date), secret))
            .anyMatch(computed -> same(computed, signature));
    if (!matches) {
      throw S3Errors.signatureDoesNotMatch().exception();
    }
  }

  /** Returns whether the signature is that of the text, as in the policy of a form. */
  static boolean isOf(String text, String signature, String secret) {
    return same(sign(text, secret), signature);
  }

  private static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }

  private static boolean same(String computed, String given) {
    return MessageDigest.isEqual(
        computed.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
