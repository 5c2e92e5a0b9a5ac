package io.hydrant.http.auth.signature;

import io.hydrant.s3.chunked.ChunkSignatures;
import io.hydrant.s3.error.S3Errors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Verifies the signature of a request of S3, in its header or in its presigned address. */
public final class S3SignatureCheck {
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final String CONTENT_TYPE = "content-type";
  private static final List<String> CHARSETS =
      List.of("", "; charset=utf-8", "; charset=UTF-8", ";charset=utf-8", ";charset=UTF-8");

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
   * @throws io.hydrant.s3.error.S3Exception SignatureDoesNotMatch or RequestTimeTooSkewed
   */
  public ChunkSignatures verify(SignedRequest request, Claim claim, String secretAccessKey) {
    if (claim.aged() && isSkewed(claim.date())) {
      throw S3Errors.requestTimeTooSkewed(claim.date(), clock.instant()).exception();
    }
    byte[] key = SignatureV4.key(claim.scope(), secretAccessKey);
    boolean matches =
        spellings(request)
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

  private boolean isSkewed(String date) {
    Instant now = clock.instant();
    return RequestDate.parse(date)
        .map(at -> Duration.between(at, now).abs().compareTo(SKEW) > 0)
        .orElse(true);
  }

  private static boolean same(String computed, String given) {
    return MessageDigest.isEqual(
        computed.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** The HTTP server forgets how a charset was written, as for the API. */
  private static Stream<SignedRequest> spellings(SignedRequest request) {
    String value = request.first(CONTENT_TYPE).orElse("");
    String bare = value.replaceFirst(";.*", "");
    return Stream.concat(Stream.of(value), CHARSETS.stream().map(bare::concat))
        .distinct()
        .map(spelt -> request.with(CONTENT_TYPE, spelt));
  }
}
