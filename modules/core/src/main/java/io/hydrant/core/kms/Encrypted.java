package io.hydrant.core.kms;

import io.hydrant.core.id.Bytes;

/** What Encrypt answers. */
public record Encrypted(KeyArn key, Bytes ciphertext) {}
