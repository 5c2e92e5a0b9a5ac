package io.hydrant.api.call;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Chains replies of which some arrive later; the first error ends the chain. */
public final class Replies {
  private Replies() {}

  /** Runs the next step on a success; an error is the answer at once. */
  public static <A, B> CompletionStage<Reply<B>> then(
      Reply<A> reply, Function<A, CompletionStage<Reply<B>>> next) {
    return reply.fold(next, Replies::failure);
  }

  /** Runs the next step when a success has arrived. */
  public static <A, B> CompletionStage<Reply<B>> then(
      CompletionStage<Reply<A>> stage, Function<A, CompletionStage<Reply<B>>> next) {
    return stage.thenCompose(reply -> then(reply, next));
  }

  /** Changes the output of a success. */
  public static <A, B> CompletionStage<Reply<B>> map(
      CompletionStage<Reply<A>> stage, Function<A, B> change) {
    return stage.thenApply(reply -> reply.map(change));
  }

  /** Checks the output of a success. */
  public static <A, B> CompletionStage<Reply<B>> check(
      CompletionStage<Reply<A>> stage, Function<A, Reply<B>> check) {
    return stage.thenApply(reply -> reply.flatMap(check));
  }

  /** Replaces an error of that code by another reply. */
  public static <A> CompletionStage<Reply<A>> recover(
      CompletionStage<Reply<A>> stage, String code, Supplier<CompletionStage<Reply<A>>> other) {
    return stage.thenCompose(
        reply ->
            reply.fold(
                output -> now(reply),
                error -> error.code().equals(code) ? other.get() : now(reply)));
  }

  /** Returns a reply that is there already. */
  public static <A> CompletionStage<Reply<A>> now(Reply<A> reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** Returns an error as a reply that is there already. */
  public static <A> CompletionStage<Reply<A>> failure(ServiceError error) {
    return now(Reply.failure(error));
  }
}
