package io.hydrant.http.identity;

import io.hydrant.core.entity.Refusal;

/** Every refusal of credentials. */
final class Errors {
  private Errors() {}

  static Refusal invalidToken() {
    return new Refusal(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  static Refusal expiredToken() {
    return new Refusal(
        "ExpiredTokenException", "The security token included in the request is expired");
  }
}
