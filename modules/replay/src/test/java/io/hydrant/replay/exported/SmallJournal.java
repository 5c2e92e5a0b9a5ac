package io.hydrant.replay.exported;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.Chunk;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.entity.Cause;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.core.stream.DeliveryStreamType;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A journal of three entities, in memory. */
final class SmallJournal implements JournalSource {
  static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  static final String SECRET = "a record that stays here";
  final Map<String, List<StoredEvent>> histories = new LinkedHashMap<>();

  SmallJournal() {
    add("budget|000000000000/us-east-1/orders/1", start(0), start(1), start(2));
    add(
        "buffer|000000000000/us-east-1/orders/1",
        appended(0, Bytes.ofUtf8(SECRET)),
        appended(1, Bytes.ofUtf8("two")));
    add(
        "directory|000000000000/us-east-1",
        new DirectoryEvent.StreamListed(AT, "orders", DeliveryStreamType.DIRECT_PUT));
  }

  private static Event<?> start(int hour) {
    return new QuotaEvent.EncryptionCallCounted(
        AT.plusSeconds(3_600L * hour), EncryptionCallKind.START);
  }

  private static Event<?> appended(long position, Bytes record) {
    return new BufferEvent.RecordsAppended(
        AT,
        new Chunk(AT, position, 0, List.of(record), record.size()),
        new BufferingPolicy(1_000, 60));
  }

  private void add(String entity, Event<?>... events) {
    List<StoredEvent> history = new ArrayList<>();
    for (Event<?> event : events) {
      history.add(
          new StoredEvent(
              entity,
              history.size() + 1L,
              EventCodec.name(event),
              Bytes.wrap(
                  EventCodec.encode(
                      event,
                      Optional.of(
                          new Cause(
                              "Call",
                              "arn:aws:iam::000000000000:user/mallory",
                              Optional.of("7b6f1e")))))));
    }
    histories.put(entity, history);
  }

  @Override
  public List<String> entities() {
    return List.copyOf(histories.keySet());
  }

  @Override
  public void history(String entity, Consumer<StoredEvent> each) {
    histories.getOrDefault(entity, List.of()).forEach(each);
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return List.of();
  }

  @Override
  public void close() {}
}
