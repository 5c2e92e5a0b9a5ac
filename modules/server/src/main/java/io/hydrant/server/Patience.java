package io.hydrant.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** How long a page of the inspector waits for one answer. */
final class Patience {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

  private Patience() {}

  /** The same answer; fails where it does not come in time. */
  static <T> CompletionStage<T> with(CompletionStage<T> asked) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    asked.whenComplete(
        (found, failure) -> {
          if (failure == null) {
            answer.complete(found);
          } else {
            answer.completeExceptionally(failure);
          }
        });
    return answer.orTimeout(ONE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
