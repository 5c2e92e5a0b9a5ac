package io.hydrant.cli.demo;

/** A step of the demo failed. The message names the step and the reason. */
final class StepFailedException extends RuntimeException {
  StepFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  StepFailedException(String message) {
    super(message);
  }
}
