package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.ServiceError;

/** Reports that KMS refuses to decrypt the data key of records that are due. */
final class DataKeyDecryptException extends RuntimeException {
  private final int epoch;
  private final transient ServiceError kms;

  DataKeyDecryptException(int epoch, ServiceError kms) {
    super("The records wait, for KMS does not open their key: " + kms.message());
    this.epoch = epoch;
    this.kms = kms;
  }

  int epoch() {
    return epoch;
  }

  /** Returns KMS's own error. */
  ServiceError kms() {
    return kms;
  }
}
