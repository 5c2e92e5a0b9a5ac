package io.hydrant.core.world;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One entity of the simulated world: its history, and the state that is live. */
final class Ledger<S, E extends Event<S>> {
  private final String name;
  private final S initial;
  private final List<E> events = new ArrayList<>();
  private S state;

  Ledger(String name, S initial) {
    this.name = name;
    this.initial = initial;
    this.state = initial;
  }

  <O> Reply<O> ask(Command<S, E, O> command, Instant now) {
    Decision<E, O> decision = command.decide(state, now);
    events.addAll(decision.events());
    state = Fold.fold(state, decision.events());
    return decision.reply();
  }

  S state() {
    return state;
  }

  String name() {
    return name;
  }

  List<E> events() {
    return List.copyOf(events);
  }

  /** What a crash leaves is the history alone. */
  void recover() {
    S folded = Fold.fold(initial, events);
    if (!folded.equals(state)) {
      throw new Objection("recovery", name + " is " + folded + " after a crash, was " + state);
    }
    state = folded;
  }
}
