package io.hydrant.runtime.kms;

/** The external KMS did not answer, or not to the matter; the call may be tried again. */
public final class KmsUnavailableException extends RuntimeException {
  KmsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
