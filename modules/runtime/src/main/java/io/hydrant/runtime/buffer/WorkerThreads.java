package io.hydrant.runtime.buffer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of work that blocks. Processors have their own, because a function may take five
 * minutes; lookups of tables have their own, because calls wait for them.
 */
public record WorkerThreads(
    ExecutorService uploads, ExecutorService processors, ExecutorService lookups)
    implements AutoCloseable {
  private static final int UPLOADS = 4;
  private static final int PROCESSORS = 16;
  private static final int LOOKUPS = 2;

  public static WorkerThreads start() {
    return new WorkerThreads(
        Executors.newFixedThreadPool(UPLOADS),
        Executors.newFixedThreadPool(PROCESSORS),
        Executors.newFixedThreadPool(LOOKUPS));
  }

  /** Interrupts the work; it is repeated after the next start. */
  @Override
  public void close() {
    uploads.shutdownNow();
    processors.shutdownNow();
    lookups.shutdownNow();
  }
}
