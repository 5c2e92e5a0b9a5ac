package io.hydrant.replay.projection;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.DecodedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One line of a timeline. */
public sealed interface TimelineStep {
  /** Returns the time of the step, on the service's clock. */
  Instant at();

  /** Returns one result from either case. */
  <R> R fold(Function<DecodedEvent, R> event, Function<AuditEntry, R> refused);

  /** Returns the event; empty for a refused call. */
  default Optional<DecodedEvent> event() {
    return fold(Optional::of, refused -> Optional.empty());
  }

  /** An event of one of the histories. */
  record Happened(DecodedEvent stored) implements TimelineStep {
    @Override
    public Instant at() {
      return stored.at();
    }

    @Override
    public <R> R fold(Function<DecodedEvent, R> event, Function<AuditEntry, R> refused) {
      return event.apply(stored);
    }
  }

  /** A refused call, which changed nothing. */
  record Refused(AuditEntry call) implements TimelineStep {
    @Override
    public Instant at() {
      return call.at();
    }

    @Override
    public <R> R fold(Function<DecodedEvent, R> event, Function<AuditEntry, R> refused) {
      return refused.apply(call);
    }
  }
}
