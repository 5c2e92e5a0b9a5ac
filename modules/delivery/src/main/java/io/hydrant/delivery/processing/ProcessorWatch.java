package io.hydrant.delivery.processing;

/** Sees the runs of processors and how long they take. */
public interface ProcessorWatch {
  ProcessorWatch NONE =
      new ProcessorWatch() {
        @Override
        public void processed(String type, Processed processed, long nanos) {}

        @Override
        public void failed(String type, BatchFailure failure, long nanos) {}
      };

  /** Sees a run of the processor of that type. */
  void processed(String type, Processed processed, long nanos);

  /** Sees a run that failed as a whole. */
  void failed(String type, BatchFailure failure, long nanos);

  /** Returns the processor with this watch on it. */
  default Pipeline watched(String type, Pipeline processor) {
    return (records, attempt) -> {
      long start = System.nanoTime();
      try {
        Processed processed = processor.process(records, attempt);
        processed(type, processed, System.nanoTime() - start);
        return processed;
      } catch (BatchFailure failure) {
        failed(type, failure, System.nanoTime() - start);
        throw failure;
      }
    };
  }
}
