package io.hydrant.core.kms;

/** A tag of a key. */
public record Tag(String key, String value) {}
