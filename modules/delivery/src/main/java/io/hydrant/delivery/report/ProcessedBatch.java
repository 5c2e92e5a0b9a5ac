package io.hydrant.delivery.report;

import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one processor made of a batch.
 *
 * @param processor the type of the processor
 * @param records how many records it left
 * @param bytes their size
 * @param failures how many records failed, by the reason
 * @param nanos how long it took
 */
public record ProcessedBatch(
    String processor, long records, long bytes, Map<ReportedFailure, Long> failures, long nanos) {
  public ProcessedBatch {
    failures = Map.copyOf(failures);
  }

  /** Counts what a processor made of a batch. */
  public static ProcessedBatch of(String processor, Processed processed, long nanos) {
    Map<ReportedFailure, Long> failures = new LinkedHashMap<>();
    for (RecordFailure each : processed.failures()) {
      failures.merge(ReportedFailure.of(each), 1L, Long::sum);
    }
    return new ProcessedBatch(
        processor,
        processed.records().size(),
        processed.records().stream().map(PipelineRecord::data).mapToLong(data -> data.size()).sum(),
        failures,
        nanos);
  }

  /** Returns how many records failed. */
  public long failedRecords() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }
}
