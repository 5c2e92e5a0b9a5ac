package io.hydrant.core.stream;

/**
 * A caller's wish to have the stream encrypted with a key.
 *
 * @param epoch the number that the key's epoch has once the key is in force
 */
public record KeyRequest(int epoch, ResolvedKey target) {}
