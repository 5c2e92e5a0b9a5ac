package io.hydrant.core.kms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A permission on one key, given to one principal until it is retired or revoked.
 *
 * @param operations GrantOperation names, for example {@code GenerateDataKey}
 */
public record Grant(
    String id,
    Instant creationDate,
    Optional<String> name,
    String granteePrincipal,
    Optional<String> retiringPrincipal,
    String issuingAccount,
    List<String> operations,
    GrantConstraints constraints) {
  public Grant {
    operations = List.copyOf(operations);
  }
}
