package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.Refusal;

/** KMS will not open the data key of records that are to be delivered. */
final class KeyNotOpenedException extends RuntimeException {
  private final int epoch;
  private final transient Refusal kms;

  KeyNotOpenedException(int epoch, Refusal kms) {
    super("The records wait, for KMS does not open their key: " + kms.message());
    this.epoch = epoch;
    this.kms = kms;
  }

  int epoch() {
    return epoch;
  }

  /** In KMS's own words. */
  Refusal kms() {
    return kms;
  }
}
