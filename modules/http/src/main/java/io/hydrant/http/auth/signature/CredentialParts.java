package io.hydrant.http.auth.signature;

import java.util.List;
import java.util.Optional;

/** The five parts of the Credential in an Authorization header. */
final class CredentialParts {
  private static final List<String> NAMES =
      List.of("access key", "date", "region", "service", "terminator");

  private CredentialParts() {}

  /** The name of the first part that is empty, where there are five. */
  static Optional<String> emptyIn(String credential) {
    List<String> parts = List.of(credential.split("/", -1));
    return parts.size() == NAMES.size() && parts.contains("")
        ? Optional.of(NAMES.get(parts.indexOf("")))
        : Optional.empty();
  }
}
