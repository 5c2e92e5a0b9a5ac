package io.hydrant.replay.inspector;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The time that one page may take for all that it asks, one after the other or side by side. */
final class PageTime {
  private final long endNanos;

  private PageTime(long endNanos) {
    this.endNanos = endNanos;
  }

  /** From now on. */
  static PageTime of(Duration limit) {
    return new PageTime(System.nanoTime() + limit.toNanos());
  }

  /** The answer; the stage fails when the page's time ends before. What is late is not asked. */
  <T> CompletionStage<T> within(Supplier<CompletionStage<T>> ask) {
    long left = endNanos - System.nanoTime();
    if (left <= 0) {
      return CompletableFuture.failedFuture(new TimeoutException("the page's time has ended"));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    ask.get()
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                answer.complete(found);
              } else {
                answer.completeExceptionally(failure);
              }
            });
    return answer.orTimeout(left, TimeUnit.NANOSECONDS);
  }

  /**
   * The answers in the order of those that are asked, all side by side: no more than a page has.
   *
   * @param otherwise stands for an answer that does not come
   */
  <T, R> CompletionStage<List<R>> all(
      Paged<T> asked, Function<T, CompletionStage<R>> ask, Silence<T, R> otherwise) {
    List<CompletableFuture<R>> answers =
        asked.items().stream()
            .map(
                each ->
                    within(() -> ask.apply(each))
                        .handle(
                            (answer, failure) ->
                                failure == null ? answer : otherwise.of(each, failure))
                        .toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
  }

  /** What stands for an answer that does not come. */
  @FunctionalInterface
  interface Silence<T, R> {
    R of(T asked, Throwable failure);
  }
}
