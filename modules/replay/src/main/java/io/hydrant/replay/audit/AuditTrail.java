package io.hydrant.replay.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.AuditLog;
import io.hydrant.api.call.CallContext;
import io.hydrant.core.entity.ServiceError;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores refused calls on its own thread, since a call must not wait for it. Calls that come faster
 * than they can be stored are counted and left out.
 */
public final class AuditTrail implements AuditLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int WAITING_MAX = 4_096;

  private final AuditStore store;
  private final Supplier<Instant> clock;
  private final AtomicLong leftOut = new AtomicLong();
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          runnable -> new Thread(runnable, "audit"),
          (late, executor) -> leftOut.incrementAndGet());

  public AuditTrail(AuditStore store, Supplier<Instant> clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void record(CallContext call, JsonNode parameters, ServiceError error) {
    AuditEntry entry = AuditEntry.of(clock.get(), call, parameters, error);
    writer.execute(() -> write(entry));
  }

  private void write(AuditEntry entry) {
    try {
      store.append(entry);
      long missing = leftOut.getAndSet(0);
      if (missing > 0) {
        LOG.warn("{} refused calls could not be kept in {}", missing, store.place());
      }
    } catch (IOException e) {
      if (leftOut.getAndIncrement() == 0) {
        LOG.warn("A refused call could not be kept in {}: {}", store.place(), e.toString());
      }
    }
  }

  /** Waits until all calls are written. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The last refused calls could not be kept in {}", store.place());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
