package io.hydrant.http.auth.signature;

import io.hydrant.core.entity.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Verifies the signature of a request: its scope, its age, and that nothing signed was changed. */
public final class SignatureCheck {
  private static final Duration LEEWAY = Duration.ofMinutes(5);
  private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]+");

  private final InstantSource clock;

  /**
   * @param clock real time, by which clients sign; the service's clock may be ahead of it
   */
  public SignatureCheck(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Returns the error of a wrong signature; empty for a right one.
   *
   * @param service the service that was called, as credential scopes name it
   */
  public Optional<ServiceError> refusal(
      SignedRequest request, AuthorizationHeader header, String service, String secretAccessKey) {
    return RequestDate.of(request)
        .fold(
            date ->
                scope(header, service, date)
                    .or(() -> age(date))
                    .or(() -> signature(request, header, date, secretAccessKey)),
            Optional::of);
  }

  private static Optional<ServiceError> scope(
      AuthorizationHeader header, String service, RequestDate date) {
    CredentialScope scope = header.scope();
    if (!scope.date().equals(date.day())) {
      return Optional.of(SignatureErrors.wrongDate(scope.date(), date.day(), date.toString()));
    }
    if (!REGION.matcher(scope.region()).matches()) {
      return Optional.of(SignatureErrors.wrongRegion(scope.region()));
    }
    if (!scope.service().equals(service)) {
      return Optional.of(SignatureErrors.wrongService(service));
    }
    return header.signedHeaders().contains("host")
        ? Optional.empty()
        : Optional.of(SignatureErrors.hostNotSigned());
  }

  private Optional<ServiceError> age(RequestDate date) {
    Instant now = clock.instant();
    Instant earliest = now.minus(LEEWAY);
    Instant latest = now.plus(LEEWAY);
    String shown = RequestDate.basic(now);
    if (date.instant().isBefore(earliest)) {
      return Optional.of(
          SignatureErrors.expired(date.toString(), RequestDate.basic(earliest), shown));
    }
    return date.instant().isAfter(latest)
        ? Optional.of(
            SignatureErrors.notYetCurrent(date.toString(), RequestDate.basic(latest), shown))
        : Optional.empty();
  }

  private static Optional<ServiceError> signature(
      SignedRequest request, AuthorizationHeader header, RequestDate date, String secret) {
    boolean matches =
        ContentTypeSpellings.of(request)
            .map(
                spelt ->
                    SignatureV4.of(
                        spelt, header.signedHeaders(), header.scope(), date.toString(), secret))
            .anyMatch(signature -> same(signature, header.signature()));
    return matches ? Optional.empty() : Optional.of(SignatureErrors.doesNotMatch());
  }

  private static boolean same(String computed, String given) {
    return MessageDigest.isEqual(
        computed.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
