package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Replies one after the other. */
final class Replies {
  private Replies() {}

  static <A, B> Reply<B> then(Reply<A> reply, Function<? super A, Reply<B>> next) {
    return reply.fold(next, Reply::failure);
  }

  /** Every output, or the first refusal. */
  static <A, B> Reply<List<B>> all(List<A> inputs, Function<? super A, Reply<B>> each) {
    List<B> outputs = new ArrayList<>();
    for (A input : inputs) {
      Reply<B> reply = each.apply(input);
      if (reply instanceof Reply.Failure<B> failure) {
        return Reply.failure(failure.refusal());
      }
      reply.map(outputs::add);
    }
    return Reply.success(List.copyOf(outputs));
  }

  /** Refused when {@code refusal} has one, else {@code next}. */
  static <B> Reply<B> unless(Optional<ServiceError> refusal, Supplier<Reply<B>> next) {
    return refusal.<Reply<B>>map(Reply::failure).orElseGet(next);
  }
}
