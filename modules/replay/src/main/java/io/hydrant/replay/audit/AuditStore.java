package io.hydrant.replay.audit;

import java.io.IOException;

/** Stores refused calls in a bounded space: the newest ones replace the oldest ones. */
public interface AuditStore extends AutoCloseable {
  /** Stores a call. */
  void append(AuditEntry entry) throws IOException;

  /** Returns the name of the place, for the log. */
  String place();

  @Override
  void close();
}
