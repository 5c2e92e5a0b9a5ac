package io.hydrant.runtime.metrics;

import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import io.hydrant.runtime.tracing.Tracing;

/** Measures and traces each write of an object. */
public final class InstrumentedObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final RuntimeMetrics meters;
  private final Tracing spans;

  public InstrumentedObjectStore(ObjectStore store, RuntimeMetrics meters, Tracing spans) {
    this.store = store;
    this.meters = meters;
    this.spans = spans;
  }

  @Override
  public void put(ObjectWrite object, byte[] body) {
    long start = System.nanoTime();
    Tracing.Span span = spans.objectWrite(object.bucket(), object.key());
    boolean written = false;
    try {
      store.put(object, body);
      written = true;
    } finally {
      String outcome = written ? "OK" : "Failed";
      meters.objectWritten(outcome, body.length, System.nanoTime() - start);
      span.ended(outcome);
    }
  }
}
