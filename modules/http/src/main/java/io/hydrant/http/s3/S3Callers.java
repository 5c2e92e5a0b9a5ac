package io.hydrant.http.s3;

import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.identity.CredentialResolver;
import io.hydrant.http.auth.identity.Credentials;
import io.hydrant.s3.error.AuthenticationErrors;
import io.hydrant.s3.error.S3Error;
import io.hydrant.s3.error.S3Errors;
import java.util.Optional;

/** Finds the owner of an access key, with S3's errors. */
public final class S3Callers {
  /** The Region of requests whose signature names none. */
  static final String DEFAULT_REGION = "us-east-1";

  private final CredentialResolver credentials;
  private final Optional<Caller> anonymous;

  /**
   * @param anonymous acts for requests that name no access key; empty where they stay anonymous
   */
  public S3Callers(CredentialResolver credentials, Optional<Caller> anonymous) {
    this.credentials = credentials;
    this.anonymous = anonymous;
  }

  Optional<Caller> anonymous() {
    return anonymous;
  }

  /**
   * @param token the session token; empty where there is none
   * @throws io.hydrant.s3.error.S3Exception InvalidAccessKeyId, InvalidToken or ExpiredToken
   */
  Credentials find(String accessKeyId, Optional<String> token, String region) {
    return credentials
        .find(accessKeyId, token, region)
        .fold(
            found -> found,
            error -> {
              throw refusal(accessKeyId, token, error.code()).exception();
            });
  }

  private static S3Error refusal(String accessKeyId, Optional<String> token, String code) {
    return token
        .map(
            given ->
                code.equals("ExpiredTokenException")
                    ? AuthenticationErrors.expiredToken(given)
                    : AuthenticationErrors.invalidToken(given))
        .orElseGet(() -> S3Errors.invalidAccessKeyId(accessKeyId));
  }
}
