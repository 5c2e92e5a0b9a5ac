package io.hydrant.http.auth.signature;

import io.hydrant.s3.chunked.ChunkSignatures;
import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.error.S3Errors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Verifies the signature of a request of S3, in its header or in its presigned address. */
public final class S3SignatureCheck {
  private static final String SERVICE = "s3";
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final InstantSource clock;

  /**
   * @param clock real time, by which clients sign
   */
  public S3SignatureCheck(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a request says about its signature.
   *
   * @param date in the basic ISO form, for example {@code 20150830T123600Z}
   * @param bodyHash the value of {@code x-amz-content-sha256}
   * @param aged whether the date must be near the present: not in a presigned address
   */
  public record Claim(
      CredentialScope scope,
      List<String> signedHeaders,
      String signature,
      String date,
      String bodyHash,
      boolean aged) {
    public Claim {
      signedHeaders = List.copyOf(signedHeaders);
    }
  }

  /**
   * Verifies the signature of the head.
   *
   * @return what verifies the signatures of the body's chunks
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch, RequestTimeTooSkewed,
   *     AuthorizationHeaderMalformed or AccessDenied
   */
  public ChunkSignatures verify(SignedRequest request, Claim claim, String secretAccessKey) {
    if (!claim.scope().service().equals(SERVICE)) {
      throw AuthenticationErrors.wrongService(claim.scope().service()).exception();
    }
    requireSigned(request, claim.signedHeaders());
    if (claim.aged()) {
      requireRecent(claim.date());
    }
    byte[] key = SignatureV4.key(claim.scope(), secretAccessKey);
    boolean matches =
        ContentTypeSpellings.of(request)
            .map(
                spelt ->
                    SignatureV4.of(
                        CanonicalRequest.ofS3(spelt, claim.signedHeaders(), claim.bodyHash()),
                        claim.scope(),
                        claim.date(),
                        key))
            .anyMatch(signature -> same(signature, claim.signature()));
    if (!matches || !claim.date().startsWith(claim.scope().date())) {
      throw S3Errors.signatureDoesNotMatch().exception();
    }
    return new S3ChunkSignatures(claim.scope(), claim.date(), key, claim.signature());
  }

  /** Refuses headers of AWS that someone may have added to a signed request. */
  private static void requireSigned(SignedRequest request, List<String> signedHeaders) {
    String others =
        request.headers().stream()
            .map(SignedRequest.Header::name)
            .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
            .filter(name -> !signedHeaders.contains(name))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      throw AuthenticationErrors.headersNotSigned(others).exception();
    }
  }

  private void requireRecent(String date) {
    Instant now = clock.instant();
    Instant made =
        RequestDate.parse(date).orElseThrow(() -> AuthenticationErrors.noDate().exception());
    if (Duration.between(made, now).abs().compareTo(SKEW) > 0) {
      throw S3Errors.requestTimeTooSkewed(date, now).exception();
    }
  }

  private static boolean same(String computed, String given) {
    return MessageDigest.isEqual(
        computed.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
