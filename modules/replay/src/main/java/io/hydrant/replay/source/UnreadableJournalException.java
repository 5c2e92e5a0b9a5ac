package io.hydrant.replay.source;

/** A journal cannot be read. The message is for a person and names the place. */
public final class UnreadableJournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableJournalException(String message) {
    super(message);
  }

  public UnreadableJournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
