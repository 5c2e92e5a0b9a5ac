package io.hydrant.http.auth.identity;

import io.hydrant.core.id.Caller;
import java.util.Optional;

/**
 * The owner of an access key.
 *
 * @param secret what requests are signed with; empty where it is unknown
 */
public record Credentials(Caller caller, Optional<Secret> secret) {}
