package io.hydrant.runtime.meter;

import io.hydrant.delivery.ObjectStore;
import io.hydrant.runtime.origin.Spans;
import java.util.Optional;

/** The way to S3, watched. */
public final class MeteredStore implements ObjectStore {
  private final ObjectStore store;
  private final Meters meters;
  private final Spans spans;

  public MeteredStore(ObjectStore store, Meters meters, Spans spans) {
    this.store = store;
    this.meters = meters;
    this.spans = spans;
  }

  @Override
  public void put(String bucket, String key, byte[] body, Optional<String> contentEncoding) {
    long start = System.nanoTime();
    Spans.Span span = spans.objectWrite(bucket, key);
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
