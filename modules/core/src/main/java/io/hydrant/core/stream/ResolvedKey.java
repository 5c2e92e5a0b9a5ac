package io.hydrant.core.stream;

import io.hydrant.core.id.Caller;

/**
 * The key that a stream is to be encrypted with, and who asked for it.
 *
 * @param keyArn the key's own ARN; for an AWS owned key the service account's key
 * @param caller the caller whose authority creates the grant
 */
public record ResolvedKey(KeyType type, String keyArn, Caller caller) {}
