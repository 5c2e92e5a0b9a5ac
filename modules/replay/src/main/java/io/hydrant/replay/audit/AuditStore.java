package io.hydrant.replay.audit;

import java.io.IOException;
import java.util.List;

/**
 * Where refused calls are kept; it has room for so many, and the oldest make room for the newest.
 */
public interface AuditStore extends AutoCloseable {
  void append(AuditEntry entry) throws IOException;

  /** What is kept, oldest first; nothing where it cannot be read. */
  List<AuditEntry> entries();

  /** In words, for a log. */
  String place();

  @Override
  void close();
}
