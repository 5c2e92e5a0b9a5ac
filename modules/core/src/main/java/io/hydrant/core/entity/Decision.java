package io.hydrant.core.entity;

import java.util.List;

/**
 * What a command leads to: the facts to store first, then the answer to give.
 *
 * @param <E> the entity's events
 * @param <O> what a successful answer carries
 */
public record Decision<E, O>(List<E> events, Reply<O> reply) {
  public Decision {
    events = List.copyOf(events);
  }

  /** An answer that changes nothing. */
  public static <E, O> Decision<E, O> answer(O output) {
    return new Decision<>(List.of(), new Reply.Success<>(output));
  }

  /** One fact, then the answer. */
  public static <E, O> Decision<E, O> store(E event, O output) {
    return new Decision<>(List.of(event), new Reply.Success<>(output));
  }

  /** The same answer, whether a success or a refusal, that changes nothing. */
  public static <E, O> Decision<E, O> reply(Reply<O> reply) {
    return new Decision<>(List.of(), reply);
  }

  /** A refusal; nothing is stored. */
  public static <E, O> Decision<E, O> refuse(ServiceError refusal) {
    return new Decision<>(List.of(), new Reply.Failure<>(refusal));
  }
}
