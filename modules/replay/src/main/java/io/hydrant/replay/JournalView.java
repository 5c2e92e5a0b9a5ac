package io.hydrant.replay;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The node's journal, as the inspector reads it. */
public interface JournalView {
  /**
   * One event of an entity's history.
   *
   * @param entity {@code TYPE|ID}
   * @param number its place in that history, from 1
   * @param name as the journal has it, for example {@code stream.created/1}
   * @param json its form in the journal, without the data of records
   * @param metadata the call that led to it; empty where none did
   */
  record Entry(
      String entity,
      long number,
      String name,
      String json,
      Event<?> event,
      Optional<EventMetadata> metadata)
      implements Step {
    @Override
    public Instant at() {
      return event.at();
    }

    @Override
    public <R> R fold(Function<Entry, R> entry, Function<Refused, R> refused) {
      return entry.apply(this);
    }
  }

  /** What a timeline is made of. */
  sealed interface Step {
    Instant at();

    /** One result from either case. */
    <R> R fold(Function<Entry, R> entry, Function<Refused, R> refused);
  }

  /** A call that changed nothing, since it was refused. */
  record Refused(AuditEntry call) implements Step {
    @Override
    public Instant at() {
      return call.at();
    }

    @Override
    public <R> R fold(Function<Entry, R> entry, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /**
   * An event as the running node reads it.
   *
   * @param number its place in the entity's history, from 1
   * @param metadata the call that led to it; empty where none did
   */
  record Happened(String entity, long number, Event<?> event, Optional<EventMetadata> metadata) {
    /** Its name in the journal, for example {@code stream.created/1}. */
    public String name() {
      return EventCodec.name(event);
    }

    /** With its form in the journal, which costs more than the event. */
    public Entry entry() {
      return new Entry(entity, number, name(), EventCodec.json(event, metadata), event, metadata);
    }
  }

  /** The ids of all entities, {@code TYPE|ID}, in their order. */
  CompletionStage<List<String>> entities();

  /** The refused calls that are kept, oldest first. */
  List<AuditEntry> refusedCalls();

  /**
   * The events of an entity, oldest first, read as they are taken; taking waits for the journal.
   * The caller closes the stream.
   */
  Stream<Happened> history(String entity);
}
