package io.hydrant.core.stream;

import java.util.List;
import java.util.Optional;

public record PutRecordBatch() {
  /** Entries stand in the order of the request's records. */
  public record Output(List<Entry> entries, boolean encrypted) {}

  /** Either a record id, or an error code and message. */
  public record Entry(
      Optional<String> recordId, Optional<String> errorCode, Optional<String> errorMessage) {}
}
