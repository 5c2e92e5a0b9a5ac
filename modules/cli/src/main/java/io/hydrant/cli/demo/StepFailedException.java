package io.hydrant.cli.demo;

/** A step did not show what it promised; the message says which and why. */
final class StepFailedException extends RuntimeException {
  StepFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  StepFailedException(String message) {
    super(message);
  }
}
