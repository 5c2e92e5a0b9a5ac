package io.hydrant.runtime.buffer;

import io.hydrant.core.entity.ServiceError;

/** KMS will not open the data key of records that are to be delivered. */
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

  /** In KMS's own words. */
  ServiceError kms() {
    return kms;
  }
}
