package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Admits a PutRecordBatch; {@code core.buffer} stores the records.
 *
 * @param sizeBytes the size of all records together
 */
public record PutRecordBatch(long sizeBytes) implements StreamCommand.OfExisting<Admission> {
  /** The entries are in the order of the request's records. */
  public record Output(List<Entry> entries, boolean encrypted) {}

  /** Either a record id, or an error code and message. */
  public record Entry(
      Optional<String> recordId, Optional<String> errorCode, Optional<String> errorMessage) {
    public static Entry stored(String recordId) {
      return new Entry(Optional.of(recordId), Optional.empty(), Optional.empty());
    }

    public static Entry failed(ServiceError why) {
      return new Entry(Optional.empty(), Optional.of(why.code()), Optional.of(why.message()));
    }
  }

  @Override
  public Decision<StreamEvent, Admission> decide(DeliveryStream stream, Instant now) {
    if (sizeBytes > StreamLimits.BATCH_SIZE_BYTES_MAX) {
      return Decision.refuse(
          StreamErrors.invalidArgument(
              "The records of a PutRecordBatch may be at most 4 MiB together; these are "
                  + sizeBytes
                  + " bytes."));
    }
    return Admission.decide(stream, "PutRecordBatch", now);
  }
}
