package io.hydrant.delivery.report;

/**
 * A batch that failed as a whole at a processor.
 *
 * @param processor the type of the processor
 * @param nanos how long the attempt took
 */
public record FailedBatch(String processor, ReportedFailure failure, long nanos) {}
