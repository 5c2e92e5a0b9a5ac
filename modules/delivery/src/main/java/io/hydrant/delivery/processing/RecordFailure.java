package io.hydrant.delivery.processing;

/**
 * A record that a processor could not process; it goes to the error prefix as it was put.
 *
 * @param type the part of the error prefix, for example {@code processing-failed}
 * @param code Firehose's code, for example {@code Lambda.FunctionError}
 * @param attempts how often the processor tried
 */
public record RecordFailure(
    PipelineRecord record, String type, String code, String message, int attempts) {
  /** The type of the failures of functions, queries and de-aggregation. */
  public static final String PROCESSING = "processing-failed";
}
