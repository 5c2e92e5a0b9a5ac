package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** Admits a PutRecord; {@code core.buffer} stores the record. */
public record PutRecord() implements StreamCommand.OfExisting<Admission> {
  /**
   * @param encrypted "indicates whether server-side encryption (SSE) was enabled during this
   *     operation"
   */
  public record Output(String recordId, boolean encrypted) {}

  @Override
  public Decision<StreamEvent, Admission> decide(DeliveryStream stream, Instant now) {
    return Admission.decide(stream, "PutRecord", now);
  }
}
