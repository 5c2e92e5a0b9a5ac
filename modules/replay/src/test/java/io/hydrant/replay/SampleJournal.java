package io.hydrant.replay;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.document.Document;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.FailureType;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A small night's story: a stream is created and encrypted, its key is disabled, its records wait,
 * the key is enabled again and the records leave.
 */
public final class SampleJournal {
  public static final String STREAM = "stream|000000000000/us-east-1/orders";
  public static final String BUDGET = "budget|000000000000/us-east-1/orders/1";
  public static final String BUFFER = "buffer|000000000000/us-east-1/orders/1";
  public static final String DIRECTORY = "stream-directory|000000000000/us-east-1";

  static final Caller ROOT = Caller.root("000000000000", "us-east-1");
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final BufferingPolicy POLICY = new BufferingPolicy(1_048_576, 60);
  private static final Destination DESTINATION =
      new Destination(
          DestinationType.EXTENDED_S3,
          Document.Structure.empty()
              .with("BucketARN", new Document.Text("arn:aws:s3:::bucket"))
              .with("RoleARN", new Document.Text("arn:aws:iam::000000000000:role/firehose")));

  private SampleJournal() {}

  /** That many seconds into the night. */
  public static Instant at(int second) {
    return Instant.parse("2026-11-23T22:00:00Z").plusSeconds(second);
  }

  public static MemoryJournal journal() {
    MemoryJournal journal = new MemoryJournal();
    journal.with(
        DIRECTORY,
        new DirectoryEvent.NameRegistered(at(0), "orders", DeliveryStreamType.DIRECT_PUT, 1));
    journal.with(
        STREAM,
        new EventMetadata("CreateDeliveryStream", ROOT.principalArn(), Optional.of("request-1")),
        new StreamEvent.StreamCreated(
            at(0),
            ARN,
            DeliveryStreamType.DIRECT_PUT,
            Document.Structure.empty(),
            DESTINATION,
            List.of(),
            Optional.empty(),
            at(0)));
    journal.with(
        STREAM,
        new StreamEvent.StreamActivated(at(1)),
        new EncryptionEvent.EncryptionRequested(
            at(10),
            1,
            new ResolvedKey(KeyType.CUSTOMER_MANAGED_CMK, KeyOfTheNight.ARN.toString(), ROOT),
            at(10)),
        new EncryptionEvent.GrantCreated(at(11), 1, "grant-1"),
        new EncryptionEvent.EncryptionEnabled(at(12), 1, Bytes.ofUtf8("wrapped"), Optional.empty()),
        new EncryptionEvent.DeliverySuspended(
            at(90), new FailureDescription(FailureType.DISABLED_KMS_KEY, "The key is disabled.")),
        new EncryptionEvent.DeliveryResumed(at(120)));
    journal.with(
        BUDGET, new EncryptionCallEvent.EncryptionCallCounted(at(10), EncryptionCallKind.START));
    KeyOfTheNight.write(journal);
    return buffer(journal);
  }

  private static MemoryJournal buffer(MemoryJournal journal) {
    return journal.with(
        BUFFER,
        new BufferEvent.RecordsAppended(at(5), chunk(5, 0, 0, "SECRET-1"), POLICY),
        new BufferEvent.RecordsAppended(at(20), chunk(20, 1, 1, "SECRET-2", "SECRET-3"), POLICY),
        new BufferEvent.BatchPlanned(
            at(65), new Batch(1, 3, new S3ObjectLocation("bucket", "orders-1", "GZIP"), at(65))),
        new BufferEvent.BatchDelivered(at(120), 1),
        new BufferEvent.RecordsAppended(at(130), chunk(130, 3, 1, "SECRET-4"), POLICY));
  }

  private static AppendedRecords chunk(int second, long position, int epoch, String... records) {
    List<Bytes> stored = java.util.Arrays.stream(records).map(Bytes::ofUtf8).toList();
    return new AppendedRecords(
        at(second), position, epoch, stored, stored.stream().mapToLong(Bytes::size).sum());
  }
}
