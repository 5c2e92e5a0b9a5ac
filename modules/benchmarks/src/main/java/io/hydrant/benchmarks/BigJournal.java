package io.hydrant.benchmarks;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.journal.EventCodec;
import io.hydrant.replay.archive.LevelDbImport;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the long life of one stream: a start and a stop an hour, and a batch of records each. */
final class BigJournal {
  static final String STREAM = "stream|000000000000/us-east-1/orders";
  private static final String BUDGET = "budget|000000000000/us-east-1/orders/1";
  static final String BUFFER = "buffer|000000000000/us-east-1/orders/1";
  private static final int RECORD_BYTES = 200;
  private static final int EVENTS_AN_HOUR = 8;
  private static final Caller ROOT = Caller.root("000000000000", "us-east-1");
  private static final ResolvedKey OWNED =
      new ResolvedKey(KeyType.AWS_OWNED_CMK, "arn:aws:kms:us-east-1:000000000000:key/owned", ROOT);
  private static final BufferingPolicy POLICY = new BufferingPolicy(1 << 20, 60);

  private final LevelDbImport journal;
  private long streamEvents;
  private long bufferEvents;
  private long budgetEvents;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private BigJournal(LevelDbImport journal) {
    this.journal = journal;
  }

  /** At least so many events, in all entities together. */
  static void write(Path data, long events) {
    try (LevelDbImport journal = LevelDbImport.into(data)) {
      BigJournal big = new BigJournal(journal);
      big.created();
      for (long hour = 1; hour * EVENTS_AN_HOUR < events; hour++) {
        big.hour(hour);
      }
      journal.commit();
    }
  }

  private void created() {
    stream(
        new StreamEvent.StreamCreated(
            now,
            new StreamArn("us-east-1", "000000000000", new StreamName("orders")),
            DeliveryStreamType.DIRECT_PUT,
            Structure.empty(),
            new Destination(
                DestinationType.EXTENDED_S3,
                Structure.empty().with("BucketARN", new Text("arn:aws:s3:::bucket"))),
            List.of(),
            Optional.empty(),
            now));
    stream(new StreamEvent.StreamActivated(now));
  }

  /** Eight events; one call an hour is within the budget of a day. */
  private void hour(long hour) {
    int epoch = Math.toIntExact(hour);
    now = now.plus(Duration.ofHours(1));
    journal.store(
        stored(
            BUDGET,
            ++budgetEvents,
            new EncryptionCallEvent.EncryptionCallCounted(now, EncryptionCallKind.START)),
        now);
    stream(new EncryptionEvent.EncryptionRequested(now, epoch, OWNED, now));
    stream(
        new EncryptionEvent.EncryptionEnabled(
            now, epoch, Bytes.wrap(new byte[RECORD_BYTES]), Optional.empty()));
    buffer(
        new BufferEvent.RecordsAppended(
            now,
            new AppendedRecords(
                now, hour - 1, epoch, List.of(Bytes.wrap(new byte[RECORD_BYTES])), RECORD_BYTES),
            POLICY));
    buffer(
        new BufferEvent.BatchPlanned(
            now, new Batch(hour, hour, new S3ObjectLocation("bucket", "object", "GZIP"), now)));
    buffer(new BufferEvent.BatchDelivered(now, hour));
    stream(new EncryptionEvent.EpochDrained(now, epoch - 1));
    stream(new StreamEvent.StreamUntagged(now, List.of("team")));
  }

  private void stream(Event<?> event) {
    journal.store(stored(STREAM, ++streamEvents, event), now);
  }

  private void buffer(Event<?> event) {
    journal.store(stored(BUFFER, ++bufferEvents, event), now);
  }

  private static StoredEvent stored(String entity, long number, Event<?> event) {
    return new EncodedEvent(
        entity, number, EventCodec.name(event), Bytes.wrap(EventCodec.encode(event)));
  }
}
