package io.hydrant.core.kms;

/** A grant together with the key that it is on. */
public record OwnedGrant(KeyArn key, Grant grant) {}
