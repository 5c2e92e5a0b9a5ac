package io.hydrant.http.s3;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.SignedRequests;
import io.hydrant.http.auth.identity.CredentialResolver;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.http.auth.signature.AuthorizationHeader;
import io.hydrant.http.auth.signature.S3SignatureCheck;
import io.hydrant.s3.chunked.ChunkSignatures;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.S3Request;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Finds the caller of a request, from the Authorization header or from a presigned address, and the
 * form of its body. It verifies signatures where the settings say so.
 */
public final class S3Authenticator {
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String HASH = "x-amz-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final Pattern VERSION_2 = Pattern.compile("AWS ([^:\\s]+):.*");

  private final CredentialResolver credentials;
  private final Optional<Caller> anonymous;
  private final Optional<S3SignatureCheck> signatures;
  private final InstantSource clock;

  /**
   * @param anonymous acts for requests that name no access key; empty where they stay anonymous
   * @param signatures verifies signatures; empty where they are not verified
   * @param clock the service's clock, on which presigned addresses expire
   */
  public S3Authenticator(
      CredentialResolver credentials,
      Optional<Caller> anonymous,
      Optional<S3SignatureCheck> signatures,
      InstantSource clock) {
    this.credentials = credentials;
    this.anonymous = anonymous;
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * Returns the request with its caller and its payload.
   *
   * @throws io.hydrant.s3.error.S3Exception the error of a request that is not authenticated
   */
  S3Request authenticate(HttpRequest http, S3Request head) {
    Optional<PresignedAddress> presigned = PresignedAddress.of(head);
    if (presigned.isPresent()) {
      presigned.get().requireLive(clock.instant());
      return signed(
          http,
          head,
          presigned.get().accessKeyId(),
          head.query().first("X-Amz-Security-Token"),
          presigned.get().claim(head.headers().first(HASH).orElse(UNSIGNED)));
    }
    Optional<String> header = head.headers().first("Authorization");
    if (header.isEmpty()) {
      return with(head, anonymous, Optional.empty());
    }
    Matcher old = VERSION_2.matcher(header.get());
    if (old.matches() && signatures.isEmpty()) {
      Credentials found = found(old.group(1), Optional.empty(), DEFAULT_REGION);
      return with(head, Optional.of(found.caller()), Optional.empty());
    }
    AuthorizationHeader read =
        AuthorizationHeader.read(header, true)
            .fold(
                parsed -> parsed,
                error -> {
                  throw S3Errors.authorizationHeaderMalformed(error.message()).exception();
                });
    return signed(
        http,
        head,
        read.accessKeyId(),
        head.headers().first("X-Amz-Security-Token"),
        new S3SignatureCheck.Claim(
            read.scope(),
            read.signedHeaders(),
            read.signature(),
            head.headers().first("X-Amz-Date").orElse(""),
            head.headers().first(HASH).orElse(UNSIGNED),
            true));
  }

  private S3Request signed(
      HttpRequest http,
      S3Request head,
      String accessKeyId,
      Optional<String> token,
      S3SignatureCheck.Claim claim) {
    Credentials found = found(accessKeyId, token, claim.scope().region());
    Optional<ChunkSignatures> chunks =
        signatures.flatMap(
            check ->
                found
                    .secret()
                    .map(
                        secret ->
                            check.verify(
                                SignedRequests.of(http, Bytes.EMPTY), claim, secret.value())));
    return with(head, Optional.of(found.caller()), chunks);
  }

  private Credentials found(String accessKeyId, Optional<String> token, String region) {
    return credentials
        .find(accessKeyId, token, region)
        .fold(
            found -> found,
            error -> {
              throw S3Errors.invalidAccessKeyId(accessKeyId).exception();
            });
  }

  private static S3Request with(
      S3Request head, Optional<Caller> caller, Optional<ChunkSignatures> chunks) {
    Payload payload = PayloadReader.read(head.headers(), chunks);
    return new S3Request(
        head.method(),
        head.target(),
        head.query(),
        head.headers(),
        head.length(),
        payload,
        caller.map(known -> known.forRequest(head.requestId())),
        head.requestId());
  }
}
