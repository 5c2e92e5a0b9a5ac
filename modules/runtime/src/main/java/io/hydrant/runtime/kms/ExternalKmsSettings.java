package io.hydrant.runtime.kms;

import java.net.URI;
import java.util.Optional;

/**
 * A KMS elsewhere. Its credentials are those of the AWS SDK's default chain.
 *
 * @param endpoint with its scheme and port
 * @param region of all calls; empty for the region of each stream
 * @param granteePrincipal whom grants are made for
 */
public record ExternalKmsSettings(URI endpoint, Optional<String> region, String granteePrincipal) {}
