package io.hydrant.http.s3;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.identity.CredentialResolver;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.S3Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the caller of a request, from the Authorization header or from the parameters of a
 * presigned address, and the form of its body.
 */
public final class S3Authenticator {
  private static final int FORBIDDEN = 403;
  private static final String DEFAULT_REGION = "us-east-1";
  private static final Pattern CREDENTIAL =
      Pattern.compile(".*Credential=([^/,\\s]+)/[0-9]{8}/([a-z0-9-]+)/.*");
  private static final Pattern PRESIGNED = Pattern.compile("([^/,\\s]+)/[0-9]{8}/([a-z0-9-]+)/.*");
  private static final Pattern OLD = Pattern.compile("AWS ([^:\\s]+):.*");

  private final CredentialResolver credentials;
  private final Caller anonymous;

  /**
   * @param anonymous the caller of requests that name no access key
   */
  public S3Authenticator(CredentialResolver credentials, Caller anonymous) {
    this.credentials = credentials;
    this.anonymous = anonymous;
  }

  /**
   * Returns the request with its caller and its payload.
   *
   * @throws S3Exception the error of a request that is not authenticated
   */
  S3Request authenticate(S3Request head) {
    return new S3Request(
        head.method(),
        head.target(),
        head.query(),
        head.headers(),
        head.length(),
        PayloadReader.read(head.headers(), Optional.empty()),
        Optional.of(caller(head).forRequest(head.requestId())),
        head.requestId());
  }

  private Caller caller(S3Request head) {
    Optional<String> header = head.headers().first("Authorization");
    Optional<Matcher> key =
        matched(CREDENTIAL, header)
            .or(() -> matched(PRESIGNED, head.query().first("X-Amz-Credential")));
    if (key.isPresent()) {
      return found(
          key.get().group(1),
          head.headers()
              .first("X-Amz-Security-Token")
              .or(() -> head.query().first("X-Amz-Security-Token")),
          key.get().group(2));
    }
    return matched(OLD, header)
        .map(old -> found(old.group(1), Optional.empty(), DEFAULT_REGION))
        .orElse(anonymous);
  }

  private static Optional<Matcher> matched(Pattern pattern, Optional<String> text) {
    return text.map(pattern::matcher).filter(Matcher::matches);
  }

  private Caller found(String accessKeyId, Optional<String> token, String region) {
    return credentials
        .find(accessKeyId, token, region)
        .fold(
            Credentials::caller,
            error -> {
              throw new S3Exception(error(error));
            });
  }

  private static S3Error error(ServiceError error) {
    return new S3Error("InvalidAccessKeyId", FORBIDDEN, error.message());
  }
}
