package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the address of Splunk's HTTP Event Collector. */
final class SplunkRules {
  /** A host and what may follow it; the port is digits. */
  private static final Pattern HTTPS = Pattern.compile("https://[^/:?#\\s]+(:\\d+)?([/?#].*)?");

  private SplunkRules() {}

  static Optional<ServiceError> check(Structure configuration) {
    return endpoint(configuration).or(() -> secretRole(configuration));
  }

  /**
   * Recorded from AWS, September 2026, for an endpoint that begins with {@code http://}. The words
   * name a port and no path; an endpoint without a port or with a path is not known to be refused,
   * and is taken.
   */
  private static Optional<ServiceError> endpoint(Structure configuration) {
    return configuration
        .text("HECEndpoint")
        .filter(endpoint -> !HTTPS.matcher(endpoint).matches())
        .map(endpoint -> KindErrors.hecEndpoint());
  }

  /** Service model, RoleARN of SecretsManagerConfiguration: "required for Splunk". */
  private static Optional<ServiceError> secretRole(Structure configuration) {
    return configuration
        .structure(SecretsManagerRules.MEMBER)
        .filter(secret -> secret.isTrue("Enabled") && !secret.has("RoleARN"))
        .map(secret -> KindErrors.splunkSecretRole());
  }
}
