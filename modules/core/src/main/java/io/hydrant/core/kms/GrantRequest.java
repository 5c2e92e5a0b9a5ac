package io.hydrant.core.kms;

import java.util.List;
import java.util.Optional;

/** What a caller asks of CreateGrant. */
public record GrantRequest(
    Optional<String> name,
    String granteePrincipal,
    Optional<String> retiringPrincipal,
    List<String> operations,
    GrantConstraints constraints) {}
