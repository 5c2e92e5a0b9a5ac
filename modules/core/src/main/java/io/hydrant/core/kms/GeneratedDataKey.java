package io.hydrant.core.kms;

import io.hydrant.core.id.Bytes;

/** A data key, in clear and encrypted. */
public record GeneratedDataKey(KeyArn key, Bytes plaintext, Bytes ciphertext) {}
