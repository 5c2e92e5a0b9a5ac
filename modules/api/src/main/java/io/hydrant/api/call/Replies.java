package io.hydrant.api.call;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Replies whose next step answers later. */
public final class Replies {
  private Replies() {}

  /** Runs the next step on a success; an error is the answer at once. */
  public static <A, B> CompletionStage<Reply<B>> then(
      Reply<A> reply, Function<A, CompletionStage<Reply<B>>> next) {
    return reply.fold(next, Replies::failure);
  }

  /** Returns an error as an answer that is there already. */
  public static <A> CompletionStage<Reply<A>> failure(ServiceError error) {
    return CompletableFuture.completedFuture(Reply.failure(error));
  }
}
