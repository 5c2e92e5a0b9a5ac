package io.hydrant.runtime.metrics;

import io.hydrant.delivery.ObjectStore;
import io.hydrant.runtime.tracing.Tracing;
import java.util.Optional;

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
  public void put(String bucket, String key, byte[] body, Optional<String> contentEncoding) {
    long start = System.nanoTime();
    Tracing.Span span = spans.objectWrite(bucket, key);
    boolean written = false;
    try {
      store.put(bucket, key, body, contentEncoding);
      written = true;
    } finally {
      String outcome = written ? "OK" : "Failed";
      meters.objectWritten(outcome, body.length, System.nanoTime() - start);
      span.ended(outcome);
    }
  }
}
