package io.hydrant.delivery.report;

import io.hydrant.delivery.conversion.Converted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a conversion of the format made of a batch.
 *
 * @param records how many records were converted
 * @param bytes their size before the conversion
 * @param failures how many records could not be converted, by the reason
 * @param failedBytes their size
 */
public record ConvertedBatch(
    long records, long bytes, Map<ReportedFailure, Long> failures, long failedBytes) {
  public ConvertedBatch {
    failures = Map.copyOf(failures);
  }

  /**
   * Counts what a conversion made of a batch.
   *
   * @param records how many records the batch had
   * @param bytes their size
   */
  public static ConvertedBatch of(long records, long bytes, Converted converted) {
    Map<ReportedFailure, Long> failures = new LinkedHashMap<>();
    converted
        .failures()
        .forEach((code, count) -> failures.put(ReportedFailure.ofConversion(code), count));
    return new ConvertedBatch(
        records - converted.errorLines().size(),
        bytes - converted.failedBytes(),
        failures,
        converted.failedBytes());
  }

  /** Returns how many records could not be converted. */
  public long failedRecords() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }
}
