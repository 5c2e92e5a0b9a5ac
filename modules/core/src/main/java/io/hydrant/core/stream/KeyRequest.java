package io.hydrant.core.stream;

/**
 * The key with which a caller wants to encrypt the stream.
 *
 * @param epoch the number that the key's epoch has once the key is in force
 */
public record KeyRequest(int epoch, ResolvedKey target) {}
