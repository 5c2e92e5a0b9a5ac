package io.hydrant.acceptance.architecture;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import java.time.Instant;

/** Decides a command where only the actor, replay and tests may, which the rule must find. */
public final class Outsider {
  private Outsider() {}

  /** What the command decides in that state. */
  public static <S, E extends Event<S>, O> Decision<E, O> decide(
      Command<S, E, O> command, S state) {
    return command.decide(state, Instant.EPOCH);
  }
}
