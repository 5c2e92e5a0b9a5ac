package io.hydrant.replay.archive;

/** A line was changed after it was written. The message is the second half of a sentence. */
final class DamagedLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedLineException(String why) {
    super(why);
  }
}
