package io.hydrant.delivery.processing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a processor made of a batch. A record that is in neither list was dropped.
 *
 * @param records in the order of the batch
 */
public record Processed(List<PipelineRecord> records, List<RecordFailure> failures) {
  public Processed {
    records = List.copyOf(records);
    failures = List.copyOf(failures);
  }

  /** The work on one record. */
  interface Work {
    List<PipelineRecord> apply(PipelineRecord input) throws ProcessingException;
  }

  /** Processes each record alone. */
  static Processed each(List<PipelineRecord> batch, String failureType, Work work) {
    List<PipelineRecord> records = new ArrayList<>();
    List<RecordFailure> failures = new ArrayList<>();
    for (PipelineRecord input : batch) {
      try {
        records.addAll(work.apply(input));
      } catch (ProcessingException e) {
        failures.add(new RecordFailure(input, failureType, e.code(), e.getMessage(), 1));
      }
    }
    return new Processed(records, failures);
  }
}
