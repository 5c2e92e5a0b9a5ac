package io.hydrant.replay.archive;

/** A line that is not as it was written; the message is the second half of a sentence. */
final class DamagedLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedLineException(String why) {
    super(why);
  }
}
