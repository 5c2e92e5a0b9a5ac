package io.hydrant.core.kms;

import io.hydrant.core.id.Bytes;

/** What Decrypt answers. */
public record Decrypted(KeyArn key, Bytes plaintext) {}
