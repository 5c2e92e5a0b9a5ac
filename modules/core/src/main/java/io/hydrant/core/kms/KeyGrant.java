package io.hydrant.core.kms;

/** A grant together with the key that it is on. */
public record KeyGrant(KeyArn key, Grant grant) {}
