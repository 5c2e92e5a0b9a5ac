package io.hydrant.http.auth;

import io.hydrant.api.port.Sealing;
import io.hydrant.http.auth.identity.IdentityFile;

/**
 * The configuration of authentication.
 *
 * @param sessions seals session tokens
 * @param signaturesVerified whether requests of those whose secret is known must be signed with it
 */
public record AuthenticationConfig(
    IdentityFile identities, Sealing sessions, boolean signaturesVerified) {}
