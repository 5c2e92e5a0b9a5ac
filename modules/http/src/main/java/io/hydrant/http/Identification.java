package io.hydrant.http;

import io.hydrant.http.identity.IdentityFile;
import io.hydrant.http.identity.Sealing;

/**
 * How callers are identified.
 *
 * @param sessions seals session tokens
 * @param signaturesVerified whether requests of those whose secret is known must be signed with it
 */
public record Identification(
    IdentityFile identities, Sealing sessions, boolean signaturesVerified) {}
