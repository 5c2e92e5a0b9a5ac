package io.hydrant.delivery.jq;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one evaluation of a query may use. A query can be endless, and a short one can make a value
 * that fills the memory. The time is that of the processor, which a slow machine does not change.
 */
final class Budget {
  private static final int STEPS_MAX = 1_000_000;
  private static final long BYTES_MAX = 256L * 1024 * 1024;
  private static final long NANOS_MAX = 5_000_000_000L;

  /** The time is asked for once in so many steps. */
  private static final int STEPS_BETWEEN = 256;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

  private final long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
  private final long nanosBefore = THREADS.getCurrentThreadCpuTime();
  private int steps;

  private Budget() {}

  /** Reports that a query has used up its budget. No part of a query can catch it. */
  static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExceededException(String message) {
      super(message);
    }
  }

  /** Starts the evaluation that this thread makes now. */
  static void begin() {
    CURRENT.set(new Budget());
  }

  static void end() {
    CURRENT.remove();
  }

  /** Counts a step of this thread's evaluation. */
  static void step() {
    CURRENT.get().count();
  }

  private void count() {
    steps++;
    if (steps > STEPS_MAX) {
      throw new ExceededException("the query takes too many steps");
    }
    if (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore > BYTES_MAX) {
      throw new ExceededException("the query takes too much memory");
    }
    if (steps % STEPS_BETWEEN == 0 && THREADS.getCurrentThreadCpuTime() - nanosBefore > NANOS_MAX) {
      throw new ExceededException("the query takes too long");
    }
  }
}
