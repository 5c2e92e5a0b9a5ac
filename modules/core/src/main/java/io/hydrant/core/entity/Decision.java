package io.hydrant.core.entity;

import java.util.List;

/**
 * The outcome of a command: the events to store first, then the reply to give.
 *
 * @param <E> the entity's events
 * @param <O> the output of a success
 */
public record Decision<E, O>(List<E> events, Reply<O> reply) {
  public Decision {
    events = List.copyOf(events);
  }

  /** Replies with an output and stores nothing. */
  public static <E, O> Decision<E, O> answer(O output) {
    return new Decision<>(List.of(), new Reply.Success<>(output));
  }

  /** Stores one event, then replies with an output. */
  public static <E, O> Decision<E, O> store(E event, O output) {
    return new Decision<>(List.of(event), new Reply.Success<>(output));
  }

  /** Gives this reply, a success or a failure, and stores nothing. */
  public static <E, O> Decision<E, O> reply(Reply<O> reply) {
    return new Decision<>(List.of(), reply);
  }

  /** Replies with an error and stores nothing. */
  public static <E, O> Decision<E, O> refuse(ServiceError error) {
    return new Decision<>(List.of(), new Reply.Failure<>(error));
  }
}
