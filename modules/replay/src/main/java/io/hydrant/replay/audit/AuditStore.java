package io.hydrant.replay.audit;

import java.io.IOException;
import java.util.List;

/**
 * Where refused calls are kept; it has room for so many, and the oldest make room for the newest.
 */
public interface AuditStore extends AutoCloseable {
  void append(AuditEntry entry) throws IOException;

  /** Returns the calls that are kept, oldest first; none where they cannot be read. */
  List<AuditEntry> entries();

  /** Returns the name of the place, for the log. */
  String place();

  @Override
  void close();
}
