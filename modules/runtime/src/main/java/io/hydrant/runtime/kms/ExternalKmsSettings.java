package io.hydrant.runtime.kms;

import java.net.URI;
import java.util.Optional;

/**
 * The settings of an external KMS. Its credentials come from the AWS SDK's default chain.
 *
 * @param endpoint with its scheme and port
 * @param region of all calls; empty for the region of each stream
 * @param granteePrincipal the grantee of grants
 */
public record ExternalKmsSettings(URI endpoint, Optional<String> region, String granteePrincipal) {}
