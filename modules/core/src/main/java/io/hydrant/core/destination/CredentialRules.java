package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/**
 * With which credentials Firehose would deliver: those of the configuration, unless Secrets Manager
 * is enabled.
 */
public final class CredentialRules {
  private CredentialRules() {}

  /**
   * @param configurations the members of a creation
   */
  public static Optional<ServiceError> atCreation(DestinationType type, Structure configurations) {
    return configurations
        .structure(type.configurationMember())
        .flatMap(given -> missing(type, given));
  }

  /**
   * The same for an update. Streams of builds that did not store secrets have none that are known:
   * a stream that does not use Secrets Manager is taken to have its credentials, one that does to
   * have those that are stored and those of the update.
   *
   * @param merged the destination after the update
   * @param updates the members of the update
   */
  public static Optional<ServiceError> atUpdate(
      Destination before, Destination merged, Structure updates) {
    boolean had =
        before.type() == merged.type() && !SecretsManagerRules.isEnabled(before.configuration());
    if (had) {
      return Optional.empty();
    }
    Structure given = updates.structure(merged.type().updateMember()).orElse(Structure.empty());
    return missing(merged.type(), withSecretsOf(given, merged.configuration()));
  }

  private static Structure withSecretsOf(Structure update, Structure merged) {
    Structure all = merged;
    for (String secret : Secrets.MEMBERS) {
      if (update.get(secret).isPresent()) {
        all = all.with(secret, update.get(secret).get());
      }
    }
    return all;
  }

  private static Optional<ServiceError> missing(DestinationType type, Structure given) {
    return SecretsManagerRules.isEnabled(given)
        ? Optional.empty()
        : type.kind().missingCredentials(given);
  }
}
