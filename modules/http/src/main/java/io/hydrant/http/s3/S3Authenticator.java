package io.hydrant.http.s3;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.SignedRequests;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.http.auth.signature.AuthorizationHeader;
import io.hydrant.http.auth.signature.S3SignatureCheck;
import io.hydrant.http.auth.signature.S3SignatureV2Check;
import io.hydrant.s3.chunked.ChunkSignatures;
import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.form.FormRequest;
import io.hydrant.s3.form.FormUpload;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.message.S3Request;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Finds the caller of a request, from the Authorization header or from a presigned address, and the
 * form of its body. It verifies signatures of both versions where the settings say so; the time of
 * a presigned address counts in any case.
 */
public final class S3Authenticator {
  private static final String HASH = "x-amz-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String TOKEN = "X-Amz-Security-Token";
  private static final Pattern VERSION_2 = Pattern.compile("AWS ([^:\\s]+):(\\S+)");
  private static final Pattern VERSION_4 = Pattern.compile("AWS4-HMAC-SHA256[ ,].*");

  private final S3Callers callers;
  private final Optional<Checks> checks;
  private final InstantSource clock;

  /** Verifies signatures, by real time. */
  private record Checks(S3SignatureCheck fourth, S3SignatureV2Check second) {}

  /**
   * @param signatures whether signatures are verified
   * @param clock the service's clock, on which presigned addresses expire
   * @param realTime by which clients sign
   */
  public S3Authenticator(
      S3Callers callers, boolean signatures, InstantSource clock, InstantSource realTime) {
    this.callers = callers;
    this.checks =
        signatures
            ? Optional.of(
                new Checks(new S3SignatureCheck(realTime), new S3SignatureV2Check(realTime)))
            : Optional.empty();
    this.clock = clock;
  }

  /**
   * Returns the request with its caller and its payload.
   *
   * @throws io.hydrant.s3.error.S3Exception the error of a request that is not authenticated
   */
  S3Request authenticate(HttpRequest http, S3Request head) {
    Optional<String> header = head.headers().first("Authorization");
    Optional<PresignedAddress> fourth = PresignedAddress.of(head);
    Optional<PresignedAddressV2> second = PresignedAddressV2.of(head.query());
    if (fourth.isPresent() ? second.isPresent() || header.isPresent() : present(second, header)) {
      throw AuthenticationErrors.severalMechanisms(header.orElse("")).exception();
    }
    if (fourth.isPresent()) {
      return address(http, head, fourth.get());
    }
    if (second.isPresent()) {
      return address(http, head, second.get());
    }
    return header
        .map(value -> header(http, head, value))
        .orElseGet(() -> with(head, head.headers(), callers.anonymous(), Optional.empty()));
  }

  /** Returns the receiver of a form, whose fields name the caller. */
  FormUpload form(FormRequest request, FormUpload.Opener opener) {
    return new FormUpload(
        request, new S3FormAuthenticator(callers, checks.isPresent()), opener, clock);
  }

  private static boolean present(Optional<?> first, Optional<?> second) {
    return first.isPresent() && second.isPresent();
  }

  private S3Request address(HttpRequest http, S3Request head, PresignedAddress address) {
    address.requireLive(clock.instant());
    Headers headers = HoistedHeaders.of(head);
    Credentials found =
        callers.find(address.accessKeyId(), head.query().first(TOKEN), address.scope().region());
    return with(
        head,
        headers,
        Optional.of(found.caller()),
        verified(http, found, address.claim(headers.first(HASH).orElse(UNSIGNED))));
  }

  private S3Request address(HttpRequest http, S3Request head, PresignedAddressV2 address) {
    address.requireLive(clock.instant());
    Headers headers = HoistedHeaders.of(head);
    Optional<String> token = head.query().first("x-amz-security-token");
    Credentials found =
        callers.find(
            address.accessKeyId(),
            token.or(() -> head.headers().first(TOKEN)),
            S3Callers.DEFAULT_REGION);
    verify(
        found,
        (check, secret) ->
            check.verifyAddress(
                SignedRequests.of(http, Bytes.EMPTY),
                S3Targets.ofHost(S3Requests.host(http)),
                address.expires(),
                address.signature(),
                secret));
    return with(head, headers, Optional.of(found.caller()), Optional.empty());
  }

  private S3Request header(HttpRequest http, S3Request head, String header) {
    if (header.startsWith("AWS ")) {
      return second(http, head, header);
    }
    if (!VERSION_4.matcher(header).matches()) {
      throw AuthenticationErrors.unsupportedType(header).exception();
    }
    AuthorizationHeader read =
        AuthorizationHeader.read(Optional.of(header), true)
            .fold(
                parsed -> parsed,
                error -> {
                  throw S3Errors.authorizationHeaderMalformed(error.message()).exception();
                });
    if (checks.isPresent() && !head.headers().has(HASH)) {
      throw S3Errors.invalidRequest("Missing required header for this request: " + HASH)
          .exception();
    }
    Credentials found =
        callers.find(read.accessKeyId(), head.headers().first(TOKEN), read.scope().region());
    S3SignatureCheck.Claim claim =
        new S3SignatureCheck.Claim(
            read.scope(),
            read.signedHeaders(),
            read.signature(),
            head.headers().first("X-Amz-Date").orElse(""),
            head.headers().first(HASH).orElse(UNSIGNED),
            true);
    return with(head, head.headers(), Optional.of(found.caller()), verified(http, found, claim));
  }

  private S3Request second(HttpRequest http, S3Request head, String header) {
    Matcher parts = VERSION_2.matcher(header);
    if (!parts.matches()) {
      throw AuthenticationErrors.malformedVersion2(header).exception();
    }
    Credentials found =
        callers.find(parts.group(1), head.headers().first(TOKEN), S3Callers.DEFAULT_REGION);
    verify(
        found,
        (check, secret) ->
            check.verifyHeader(
                SignedRequests.of(http, Bytes.EMPTY),
                S3Targets.ofHost(S3Requests.host(http)),
                parts.group(2),
                secret));
    return with(head, head.headers(), Optional.of(found.caller()), Optional.empty());
  }

  private void verify(Credentials found, BiConsumer<S3SignatureV2Check, String> verification) {
    if (checks.isPresent() && found.secret().isPresent()) {
      verification.accept(checks.get().second(), found.secret().get().value());
    }
  }

  /** Returns what verifies the signatures of the body's chunks. */
  private Optional<ChunkSignatures> verified(
      HttpRequest http, Credentials found, S3SignatureCheck.Claim claim) {
    return checks.flatMap(
        all ->
            found
                .secret()
                .map(
                    secret ->
                        all.fourth()
                            .verify(SignedRequests.of(http, Bytes.EMPTY), claim, secret.value())));
  }

  private static S3Request with(
      S3Request head, Headers headers, Optional<Caller> caller, Optional<ChunkSignatures> chunks) {
    return new S3Request(
        head.method(),
        head.target(),
        head.query(),
        headers,
        head.length(),
        PayloadReader.read(headers, chunks),
        caller.map(known -> known.forRequest(head.requestId())),
        head.requestId());
  }
}
