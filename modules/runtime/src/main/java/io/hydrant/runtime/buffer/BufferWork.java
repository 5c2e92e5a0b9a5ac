package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.conversion.RecordConverter;
import io.hydrant.delivery.processing.Pipelines;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.TaskHandler;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.tracing.Tracing;
import java.util.function.Supplier;

/** Makes the task handlers of buffers. */
public final class BufferWork {
  private final Supplier<Entities<StreamState, StreamEvent>> streams;
  private final BatchDelivery delivery;
  private final RecordProcessing processing;

  /**
   * Creates the work of all buffers of a node.
   *
   * @param streams supplies the streams, which are started after the buffers
   * @param kms decrypts the data keys of records
   * @param observer sees what becomes of records
   */
  public BufferWork(
      Supplier<Entities<StreamState, StreamEvent>> streams,
      KmsPort kms,
      ObjectStore store,
      RecordConverter converter,
      Pipelines pipelines,
      ServiceClock clock,
      Tracing spans,
      DeliveryObserver observer,
      WorkerThreads threads) {
    RecordOpener opener = new RecordOpener(kms);
    this.streams = streams;
    DeliveryReports reports = new DeliveryReports(observer);
    this.delivery = new BatchDelivery(opener, store, converter, spans, reports, threads.uploads());
    this.processing = new RecordProcessing(opener, pipelines, clock, reports, threads.processors());
  }

  /** Returns the handler of the buffer with that id. */
  TaskHandler<RecordBuffer, BufferEvent, BufferTask> handler(String id) {
    return new BufferTaskHandler(
        StreamId.arn(id), StreamId.generation(id), streams, delivery, processing);
  }
}
