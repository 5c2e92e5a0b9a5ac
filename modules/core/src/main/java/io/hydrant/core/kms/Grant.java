package io.hydrant.core.kms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A grant: what a principal may do with a key, and under which encryption context. */
public record Grant(
    String grantId,
    String token,
    Optional<String> name,
    Instant createdAt,
    String granteePrincipal,
    Optional<String> retiringPrincipal,
    String issuingAccount,
    List<String> operations,
    GrantConstraints constraints) {
  public Grant {
    operations = List.copyOf(operations);
  }

  boolean allows(String principal, String operation, Map<String, String> encryptionContext) {
    return granteePrincipal.equals(principal)
        && operations.contains(operation)
        && constraints.admit(encryptionContext);
  }

  /** Whether both grant the same, whatever their ids and dates: then a name means one grant. */
  boolean sameAs(Grant other) {
    return name.equals(other.name)
        && granteePrincipal.equals(other.granteePrincipal)
        && retiringPrincipal.equals(other.retiringPrincipal)
        && operations.equals(other.operations)
        && constraints.equals(other.constraints);
  }
}
