package io.hydrant.replay.archive;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal of three entities. */
final class SmallJournal {
  static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  static final String SECRET = "a record that stays here";
  static final String BUDGET = "budget|000000000000/us-east-1/orders/1";
  private static final EventMetadata CAUSE =
      new EventMetadata("Call", "arn:aws:iam::000000000000:user/mallory", Optional.of("7b6f1e"));

  private SmallJournal() {}

  static MemoryJournal journal() {
    String buffer = "buffer|000000000000/us-east-1/orders/1";
    return new MemoryJournal()
        .with(BUDGET, CAUSE, start(0))
        .with(BUDGET, CAUSE, start(1))
        .with(BUDGET, CAUSE, start(2))
        .with(buffer, CAUSE, appended(0, Bytes.ofUtf8(SECRET)))
        .with(buffer, CAUSE, appended(1, Bytes.ofUtf8("two")))
        .with(
            "stream-directory|000000000000/us-east-1",
            CAUSE,
            new DirectoryEvent.NameRegistered(AT, "orders", DeliveryStreamType.DIRECT_PUT, 1));
  }

  /** Returns the stored forms of all events, entity by entity. */
  static List<StoredEvent> events(JournalSource journal) {
    List<StoredEvent> events = new ArrayList<>();
    journal
        .entities()
        .forEach(
            entity ->
                journal.history(
                    entity,
                    each ->
                        events.add(
                            new EncodedEvent(
                                each.entity(), each.number(), each.name(), each.bytes()))));
    return events;
  }

  /** The budget's history alone, in this order. */
  static MemoryJournal of(List<StoredEvent> history) {
    MemoryJournal journal = new MemoryJournal();
    history.forEach(journal::with);
    return journal;
  }

  private static Event<?> start(int hour) {
    return new EncryptionCallEvent.EncryptionCallCounted(
        AT.plusSeconds(3_600L * hour), EncryptionCallKind.START);
  }

  private static Event<?> appended(long position, Bytes record) {
    return new BufferEvent.RecordsAppended(
        AT,
        new AppendedRecords(AT, position, 0, List.of(record), record.size()),
        new BufferingPolicy(1_000, 60));
  }
}
