package io.hydrant.delivery.processing;

/** A record cannot be processed. */
final class ProcessingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  ProcessingException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
