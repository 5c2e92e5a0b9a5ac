package io.hydrant.replay.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Asks many for an answer each, a few at a time. */
final class Lanes {
  /** So many are asked side by side. */
  static final int AT_A_TIME = 25;

  private Lanes() {}

  /** The answers in the order of those that were asked. */
  static <T, R> CompletionStage<List<R>> of(List<T> asked, Function<T, CompletionStage<R>> answer) {
    List<CompletableFuture<R>> answers = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      T each = asked.get(i);
      answers.add(
          (i < AT_A_TIME
                  ? answer.apply(each)
                  : answers.get(i - AT_A_TIME).thenCompose(before -> answer.apply(each)))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
  }
}
