package io.hydrant.delivery.processing;

import java.util.List;

/** All processors of a stream, in the order in which they act. */
@FunctionalInterface
public interface Pipeline {
  /** Leaves all records as they are. */
  Pipeline NOTHING = (records, attempt) -> new Processed(records, List.of());

  /**
   * Processes a batch. It blocks while it calls other services.
   *
   * @param attempt the number of this attempt for the batch, from 1
   * @throws BatchFailure where the batch may be tried again; the last attempt makes failed records
   *     of it instead
   */
  Processed process(List<PipelineRecord> records, int attempt) throws BatchFailure;

  /** A pipeline of one processor, which never fails as a whole. */
  static Pipeline of(Processor processor) {
    return (records, attempt) -> processor.process(records);
  }
}
