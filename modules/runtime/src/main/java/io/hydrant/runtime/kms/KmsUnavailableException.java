package io.hydrant.runtime.kms;

/** Reports that the external KMS gave no usable answer; the call can be retried. */
public final class KmsUnavailableException extends RuntimeException {
  KmsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
