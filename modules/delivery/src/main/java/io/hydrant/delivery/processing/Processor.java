package io.hydrant.delivery.processing;

import java.util.List;

/** One processor of a stream. */
public interface Processor {
  /** Processes a batch. It blocks where it calls another service. */
  Processed process(List<PipelineRecord> batch);
}
