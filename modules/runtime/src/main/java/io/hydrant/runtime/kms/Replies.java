package io.hydrant.runtime.kms;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Chains answers that arrive later; the first refusal ends the chain. */
final class Replies {
  private Replies() {}

  static <A, B> CompletionStage<Reply<B>> then(
      CompletionStage<Reply<A>> stage, Function<A, CompletionStage<Reply<B>>> next) {
    return stage.thenCompose(reply -> then(reply, next));
  }

  static <A, B> CompletionStage<Reply<B>> then(
      Reply<A> reply, Function<A, CompletionStage<Reply<B>>> next) {
    return reply.fold(next, refusal -> now(Reply.failure(refusal)));
  }

  static <A, B> CompletionStage<Reply<B>> map(
      CompletionStage<Reply<A>> stage, Function<A, B> change) {
    return stage.thenApply(reply -> reply.map(change));
  }

  /** Applies a further check or step that needs no waiting. */
  static <A, B> CompletionStage<Reply<B>> check(
      CompletionStage<Reply<A>> stage, Function<A, Reply<B>> next) {
    return stage.thenApply(reply -> reply.fold(next, Reply::failure));
  }

  /** Turns NotFoundException into success: the thing to remove is gone. */
  static CompletionStage<Reply<NoOutput>> goneIsDone(CompletionStage<Reply<NoOutput>> stage) {
    return stage.thenApply(
        reply ->
            reply.fold(
                Reply::success,
                refusal ->
                    refusal.code().equals("NotFoundException")
                        ? Reply.success(new NoOutput())
                        : Reply.failure(refusal)));
  }

  static <A> CompletionStage<Reply<A>> now(Reply<A> reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** Replaces a refusal by another answer, where one is found. */
  static <A> CompletionStage<Reply<A>> orElse(
      CompletionStage<Reply<A>> stage, Function<ServiceError, CompletionStage<Optional<A>>> find) {
    return stage.thenCompose(
        reply ->
            reply.fold(
                output -> now(reply),
                refusal ->
                    find.apply(refusal)
                        .thenApply(found -> found.<Reply<A>>map(Reply::success).orElse(reply))));
  }
}
