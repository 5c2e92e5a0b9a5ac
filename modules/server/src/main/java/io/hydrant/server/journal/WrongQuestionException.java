package io.hydrant.server.journal;

/** A question that makes no sense; the message is a sentence for a person. */
final class WrongQuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongQuestionException(String message) {
    super(message);
  }

  WrongQuestionException(String message, Throwable cause) {
    super(message, cause);
  }
}
