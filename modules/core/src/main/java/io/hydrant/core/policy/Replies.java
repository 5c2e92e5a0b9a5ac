package io.hydrant.core.policy;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Combines replies. */
final class Replies {
  private Replies() {}

  /** Returns every output, or the first error. */
  static <A, B> Reply<List<B>> all(List<A> inputs, Function<? super A, Reply<B>> each) {
    List<B> outputs = new ArrayList<>();
    for (A input : inputs) {
      Reply<B> reply = each.apply(input);
      if (reply instanceof Reply.Failure<B> failure) {
        return Reply.failure(failure.error());
      }
      reply.map(outputs::add);
    }
    return Reply.success(List.copyOf(outputs));
  }

  /** Fails with the error where there is one; otherwise continues with {@code next}. */
  static <B> Reply<B> unless(Optional<ServiceError> error, Supplier<Reply<B>> next) {
    return error.<Reply<B>>map(Reply::failure).orElseGet(next);
  }
}
