package io.hydrant.runtime.meter;

import io.hydrant.delivery.ObjectStore;
import java.util.Optional;

/** The way to S3, watched. */
public final class MeteredStore implements ObjectStore {
  private final ObjectStore store;
  private final Meters meters;

  public MeteredStore(ObjectStore store, Meters meters) {
    this.store = store;
    this.meters = meters;
  }

  @Override
  public void put(String bucket, String key, byte[] body, Optional<String> contentEncoding) {
    long start = System.nanoTime();
    boolean written = false;
    try {
      store.put(bucket, key, body, contentEncoding);
      written = true;
    } finally {
      meters.objectWritten(written ? "OK" : "Failed", body.length, System.nanoTime() - start);
    }
  }
}
