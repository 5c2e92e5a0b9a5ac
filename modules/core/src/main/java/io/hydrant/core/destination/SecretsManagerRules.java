package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for configurations with credentials in Secrets Manager. */
final class SecretsManagerRules {
  static final String MEMBER = "SecretsManagerConfiguration";

  private SecretsManagerRules() {}

  /**
   * An enabled configuration names its secret. Recorded from AWS, September 2026; the service
   * model: "This parameter is required when Enabled is set to True". A secret beside credentials in
   * the configuration is taken: it "overwrites the existing secrets in the destination
   * configuration".
   */
  static Optional<ServiceError> check(Structure configuration) {
    return configuration
        .structure(MEMBER)
        .filter(secret -> secret.isTrue("Enabled") && !secret.has("SecretARN"))
        .map(secret -> KindErrors.noSecretArn());
  }

  /** Returns whether the credentials come from Secrets Manager. */
  static boolean isEnabled(Structure configuration) {
    return configuration.structure(MEMBER).filter(secret -> secret.isTrue("Enabled")).isPresent();
  }
}
