package io.hydrant.http.auth.identity;

import io.hydrant.core.entity.ServiceError;

/** The errors of invalid credentials. */
final class CredentialErrors {
  private CredentialErrors() {}

  static ServiceError invalidToken() {
    return new ServiceError(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  static ServiceError expiredToken() {
    return new ServiceError(
        "ExpiredTokenException", "The security token included in the request is expired");
  }
}
