package io.hydrant.server;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The time that a page of the inspector waits for one answer. */
final class Patience {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

  /** Shorter, since the journal has the names too. */
  private static final Duration ONE_PAGE_OF_NAMES = Duration.ofMillis(500);

  private Patience() {}

  /** Returns the same answer; it fails where it does not come in time. */
  static <T> CompletionStage<T> with(CompletionStage<T> asked) {
    return with(asked, ONE_ANSWER);
  }

  /** Returns the same names out of a directory; it fails earlier. */
  static <T> CompletionStage<T> withNames(CompletionStage<T> asked) {
    return with(asked, ONE_PAGE_OF_NAMES);
  }

  private static <T> CompletionStage<T> with(CompletionStage<T> asked, Duration patience) {
    return asked.toCompletableFuture().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
