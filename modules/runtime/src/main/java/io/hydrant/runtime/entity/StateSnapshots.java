package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.runtime.clock.ServiceClock;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a state as an event that contains it, so a snapshot needs no form of its own. */
final class StateSnapshots<S, E extends Event<S>> implements SnapshotAdapter<S> {
  private final EntityKind<S, E> kind;
  private final String entityId;
  private final ServiceClock clock;

  StateSnapshots(EntityKind<S, E> kind, String entityId, ServiceClock clock) {
    this.kind = kind;
    this.entityId = entityId;
    this.clock = clock;
  }

  @Override
  public Object toJournal(S state) {
    return EventEnvelope.of(kind.snapshots().orElseThrow().asEvent().apply(state, clock.now()));
  }

  @Override
  public S fromJournal(Object from) {
    EventEnvelope<?> envelope = (EventEnvelope<?>) from;
    return kind.events().cast(envelope.event()).evolve(kind.initial().apply(entityId));
  }
}
