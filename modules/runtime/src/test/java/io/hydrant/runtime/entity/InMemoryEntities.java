package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Entities whose journal is a list; each command starts from a fold of all events. */
public final class InMemoryEntities<S, E extends Event<S>> implements Entities<S, E> {
  public final Map<String, List<E>> journal = new HashMap<>();
  private final EntityKind<S, E> kind;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  public InMemoryEntities(EntityKind<S, E> kind) {
    this.kind = kind;
  }

  public Instant now() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public <O> CompletionStage<Reply<O>> ask(
      String entityId, Command<S, E, O> command, Optional<Caller> caller) {
    List<E> events = journal.computeIfAbsent(entityId, id -> new ArrayList<>());
    Decision<E, O> decision =
        command.decide(Fold.fold(kind.initial().apply(entityId), events), now);
    events.addAll(decision.events());
    return CompletableFuture.completedFuture(decision.reply());
  }
}
