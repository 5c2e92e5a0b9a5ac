package io.hydrant.inspector;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The time that one page has for all its questions. */
final class PageTime {
  private final long endNanos;

  private PageTime(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Returns a limit that starts now. */
  static PageTime of(Duration limit) {
    return new PageTime(System.nanoTime() + limit.toNanos());
  }

  /** Asks a question; the stage fails when the page's time ends first. */
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
   * Asks all questions of a page at the same time and returns the answers in their order.
   *
   * @param otherwise returns the replacement of an answer that does not come
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

  /** Replaces an answer that does not come. */
  @FunctionalInterface
  interface Silence<T, R> {
    R of(T asked, Throwable failure);
  }
}
