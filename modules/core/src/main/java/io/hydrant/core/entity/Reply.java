package io.hydrant.core.entity;

import java.util.function.Function;

/**
 * The answer to a command: an output, or an error of the service. Such errors are values;
 * exceptions are bugs.
 *
 * @param <O> what a success carries
 */
public sealed interface Reply<O> {
  record Success<O>(O output) implements Reply<O> {
    @Override
    public <R> R fold(
        Function<? super O, ? extends R> success, Function<ServiceError, ? extends R> failure) {
      return success.apply(output);
    }
  }

  record Failure<O>(ServiceError error) implements Reply<O> {
    @Override
    public <R> R fold(
        Function<? super O, ? extends R> success, Function<ServiceError, ? extends R> failure) {
      return failure.apply(error);
    }
  }

  static <O> Reply<O> success(O output) {
    return new Success<>(output);
  }

  static <O> Reply<O> failure(ServiceError error) {
    return new Failure<>(error);
  }

  /** Returns one result from either case. */
  <R> R fold(Function<? super O, ? extends R> success, Function<ServiceError, ? extends R> failure);

  /** Returns the reply of the next step; an error ends the chain. */
  default <R> Reply<R> flatMap(Function<? super O, Reply<R>> next) {
    return fold(next, Reply::failure);
  }

  /** Returns the same reply with another output. */
  default <R> Reply<R> map(Function<? super O, ? extends R> change) {
    return fold(output -> new Success<R>(change.apply(output)), Failure<R>::new);
  }
}
