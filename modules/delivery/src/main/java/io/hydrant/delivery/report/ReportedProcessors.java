package io.hydrant.delivery.report;

import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.processing.BatchFailure;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.ProcessorWatch;

/** Reports the runs of a stream's processors. */
public record ReportedProcessors(DeliveryObserver observer, DeliveryView stream)
    implements ProcessorWatch {
  @Override
  public void processed(String type, Processed processed, long nanos) {
    observer.processed(stream, ProcessedBatch.of(type, processed, nanos));
  }

  @Override
  public void failed(String type, BatchFailure failure, long nanos) {
    observer.processingFailed(
        stream,
        new FailedBatch(type, new ReportedFailure(failure.code(), failure.getMessage()), nanos));
  }
}
