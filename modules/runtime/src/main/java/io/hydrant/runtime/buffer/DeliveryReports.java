package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.conversion.Converted;
import io.hydrant.delivery.processing.ProcessorWatch;
import io.hydrant.delivery.report.ConvertedBatch;
import io.hydrant.delivery.report.DeliveredObject;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.delivery.report.ReportedFailure;
import io.hydrant.delivery.report.ReportedProcessors;
import java.util.concurrent.CompletionException;

/** Reports to an observer how attempts to process and to deliver records end. */
record DeliveryReports(DeliveryObserver observer) {
  /** An unexpected exception may quote a record. */
  private static final ReportedFailure UNEXPECTED =
      new ReportedFailure(
          ReportedFailure.INTERNAL_ERROR,
          "An internal error occurred while attempting to deliver data.");

  ProcessorWatch processors(DeliveryView view) {
    return new ReportedProcessors(observer, view);
  }

  /** Reports a batch that was sorted by place. */
  void sorted(DeliveryView view, long beyondPartitionsLimit) {
    if (Processing.of(view.destination()).partitioned()) {
      observer.beyondPartitionsLimit(view, beyondPartitionsLimit);
    }
  }

  void delivered(DeliveryView view, OutputPlace.Kind place, OpenedRecords opened) {
    observer.delivered(view, new DeliveredObject(place, opened.records().size(), bytes(opened)));
  }

  /** Reports a batch that was converted; failed records have an object of their own. */
  void delivered(DeliveryView view, OpenedRecords opened, Converted converted) {
    ConvertedBatch batch = ConvertedBatch.of(opened.records().size(), bytes(opened), converted);
    observer.converted(view, batch);
    if (!converted.errorLines().isEmpty()) {
      observer.delivered(
          view,
          new DeliveredObject(OutputPlace.Kind.ERRORS, batch.failedRecords(), batch.failedBytes()));
    }
    if (converted.file().isPresent()) {
      observer.delivered(
          view, new DeliveredObject(OutputPlace.Kind.DATA, batch.records(), batch.bytes()));
    }
  }

  void deliveryFailed(DeliveryView view, OutputPlace.Kind place, Throwable failure) {
    Throwable cause = cause(failure);
    keyRefused(view, cause);
    observer.deliveryFailed(view, place, reported(cause));
  }

  /** Reports records that did not get to the processors. */
  void processingFailed(DeliveryView view, Throwable failure) {
    Throwable cause = cause(failure);
    keyRefused(view, cause);
    observer.deliveryFailed(view, OutputPlace.Kind.DATA, reported(cause));
  }

  private void keyRefused(DeliveryView view, Throwable cause) {
    if (cause instanceof DataKeyDecryptException refused) {
      observer.keyRefused(view, refused.kms().code());
    }
  }

  private static ReportedFailure reported(Throwable cause) {
    if (cause instanceof DataKeyDecryptException refused) {
      ServiceError kms = refused.kms();
      return new ReportedFailure("KMS." + kms.code().replaceFirst("^KMS", ""), kms.message());
    }
    return cause instanceof DeliveryException failed
        ? new ReportedFailure(failed.code(), failed.getMessage())
        : UNEXPECTED;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static long bytes(OpenedRecords opened) {
    return opened.data().stream().mapToLong(Bytes::size).sum();
  }
}
