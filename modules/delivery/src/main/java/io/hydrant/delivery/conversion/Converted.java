package io.hydrant.delivery.conversion;

import io.hydrant.core.id.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a conversion made of a batch of records.
 *
 * @param file empty where no record could be converted
 * @param rows how many rows the file has
 * @param failures how many records could not be converted, by Firehose's code
 * @param failedBytes the size of the records that could not be converted
 * @param errorLines a line for each record that could not be converted, without line feeds
 */
public record Converted(
    Optional<Bytes> file,
    long rows,
    Map<String, Long> failures,
    long failedBytes,
    List<String> errorLines) {
  public Converted {
    failures = Map.copyOf(failures);
    errorLines = List.copyOf(errorLines);
  }
}
