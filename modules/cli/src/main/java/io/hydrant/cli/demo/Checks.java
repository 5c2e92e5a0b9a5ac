package io.hydrant.cli.demo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Checks the results of the demo's steps. */
final class Checks {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Checks() {}

  static String expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new StepFailedException(otherwise);
    }
    return "";
  }

  static <T> T await(Callable<T> read, Predicate<T> holds, String otherwise) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T value = read.call();
      if (holds.test(value)) {
        return value;
      }
      if (System.nanoTime() > until) {
        throw new StepFailedException(otherwise);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
