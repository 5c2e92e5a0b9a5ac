package io.hydrant.core.entity;

import java.util.function.Function;

/**
 * The answer to a command: an output, or a refusal. Refusals are values; exceptions are bugs.
 *
 * @param <O> what a success carries
 */
public sealed interface Reply<O> {
  record Success<O>(O output) implements Reply<O> {}

  record Failure<O>(Refusal refusal) implements Reply<O> {}

  static <O> Reply<O> success(O output) {
    return new Success<>(output);
  }

  static <O> Reply<O> failure(Refusal refusal) {
    return new Failure<>(refusal);
  }

  /** One result from either case. */
  default <R> R fold(
      Function<? super O, ? extends R> success, Function<Refusal, ? extends R> failure) {
    if (this instanceof Success<O> s) {
      return success.apply(s.output());
    }
    return failure.apply(((Failure<O>) this).refusal());
  }

  /** The same answer with another output. */
  default <R> Reply<R> map(Function<? super O, ? extends R> change) {
    return fold(output -> new Success<R>(change.apply(output)), Failure<R>::new);
  }
}
