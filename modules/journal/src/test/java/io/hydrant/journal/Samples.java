package io.hydrant.journal;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.OutputBuffer;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.PendingRecords;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.KeyRotation;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyState;
import io.hydrant.core.kms.KeyUsage;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.EncryptionCallKind;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.FailureDescription;
import io.hydrant.core.stream.FailureType;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of each event. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123456789Z");
  private static final Caller CALLER =
      new Caller("000000000000", "us-east-1", "arn:aws:iam::000000000000:root", Optional.of(AT));
  private static final StreamArn ARN =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final String KEY_ARN = "arn:aws:kms:us-east-1:000000000000:key/k";
  private static final KeyArn KEY = new KeyArn("us-east-1", "000000000000", "k");
  private static final AliasArn ALIAS = new AliasArn("us-east-1", "000000000000", "alias/a");
  private static final ResolvedKey TARGET =
      new ResolvedKey(KeyType.CUSTOMER_MANAGED_CMK, KEY_ARN, CALLER);
  private static final KeyPolicy POLICY_OF_KEY =
      KeyPolicy.stored(
          "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:Decrypt\"}}",
          Document.Structure.empty()
              .with(
                  "Statement",
                  Document.Structure.empty()
                      .with("Effect", new Document.Text("Deny"))
                      .with("Principal", new Document.Text("*"))
                      .with("Action", new Document.Text("kms:Decrypt"))));
  private static final FailureDescription FAILURE =
      new FailureDescription(FailureType.KMS_ACCESS_DENIED, "no");
  private static final Bytes BYTES = Bytes.ofUtf8("wrapped");
  private static final AppendedRecords CHUNK =
      new AppendedRecords(AT, 7, 1, List.of(Bytes.ofUtf8("one\n"), Bytes.ofUtf8("{two}")), 9);
  private static final BufferingPolicy POLICY = new BufferingPolicy(1024, 60);
  private static final Batch BATCH =
      new Batch(3, 9, new S3ObjectLocation("bucket", "prefix/name", "GZIP"), AT);
  private static final OutputPlace PARTITION =
      OutputPlace.data(Map.of("customer", "7"), Map.of("day", "1"));
  private static final AppendedRecords PROCESSED =
      new AppendedRecords(AT, 10, 1, List.of(Bytes.ofUtf8("one\n")), 4, Optional.of(AT));
  private static final Batch OUTPUT_BATCH =
      new Batch(
          4,
          11,
          new S3ObjectLocation("bucket", "7/name", "UNCOMPRESSED"),
          AT,
          Optional.of(PARTITION),
          Optional.of(new S3ObjectLocation("bucket", "failed/name", "UNCOMPRESSED")));
  private static final FailedProcessing FAILED_PROCESSING =
      new FailedProcessing(9, 1, new DeliveryFailure(AT, 2, AT, "No function."));
  private static final Destination DESTINATION =
      new Destination(
          DestinationType.EXTENDED_S3,
          Document.Structure.empty()
              .with("BucketARN", new Document.Text("arn:aws:s3:::bucket"))
              .with("Numbers", new Document.Sequence(List.of(new Document.Numeric(1))))
              .with("Flag", new Document.Bool(true)));

  private Samples() {}

  static List<Event<?>> all() {
    return List.of(
        new StreamEvent.StreamCreated(
            AT,
            ARN,
            DeliveryStreamType.DIRECT_PUT,
            Document.Structure.empty(),
            DESTINATION,
            List.of(new Tag("team", Optional.of("orders")), new Tag("bare", Optional.empty())),
            Optional.of(TARGET),
            AT),
        new StreamEvent.StreamActivated(AT),
        new StreamEvent.StreamCreationFailed(AT, FAILURE),
        new StreamEvent.DestinationUpdated(AT, DESTINATION),
        new StreamEvent.StreamTagged(AT, List.of(new Tag("team", Optional.of("orders")))),
        new StreamEvent.StreamUntagged(AT, List.of("team")),
        new EncryptionEvent.EncryptionRequested(AT, 2, TARGET, AT),
        new EncryptionEvent.GrantCreated(AT, 2, "grant"),
        new EncryptionEvent.EncryptionEnabled(AT, 2, BYTES, Optional.of(AT)),
        new EncryptionEvent.EncryptionEnablingFailed(AT, 2, FAILURE),
        new EncryptionEvent.EncryptionStopRequested(AT, AT),
        new EncryptionEvent.EncryptionDisabled(AT, Optional.of(AT)),
        new EncryptionEvent.EpochDrained(AT, 1),
        new EncryptionEvent.GrantRetired(AT, 1),
        new EncryptionEvent.GrantOrphaned(AT, 1, KEY_ARN, "grant"),
        new StreamEvent.DeletionStarted(AT, true),
        new EncryptionEvent.GrantAbandoned(AT, 1, FAILURE),
        new EncryptionEvent.DeliverySuspended(AT, FAILURE),
        new EncryptionEvent.DeliveryResumed(AT),
        new StreamEvent.DeletionFailed(AT, FAILURE),
        new StreamEvent.BufferDrained(AT),
        new StreamEvent.StreamDeleted(AT),
        new EncryptionCallEvent.EncryptionCallCounted(AT, EncryptionCallKind.START),
        new KeyStreamQuotaEvent.KeyReserved(AT, ARN.toString()),
        new KeyStreamQuotaEvent.KeyReservationReleased(AT, ARN.toString()),
        new DirectoryEvent.NameRegistered(AT, "orders", DeliveryStreamType.DIRECT_PUT, 1),
        new DirectoryEvent.NameConfirmed(AT, "orders"),
        new DirectoryEvent.CheckPostponed(AT, "orders"),
        new DirectoryEvent.NameDeregistered(AT, "orders"),
        new BufferEvent.RecordsAppended(AT, CHUNK, POLICY),
        new ProcessingEvent.RecordsProcessed(
            AT,
            9,
            List.of(
                new ProcessedRecords(PARTITION, POLICY, PROCESSED),
                new ProcessedRecords(OutputPlace.errors("processing-failed"), POLICY, CHUNK),
                new ProcessedRecords(OutputPlace.backup(), POLICY, CHUNK))),
        new ProcessingEvent.ProcessingAttemptFailed(AT, FAILED_PROCESSING),
        new ProcessingEvent.ProcessingGivenUp(AT, 9, 2, "No function."),
        new BufferEvent.BatchPlanned(AT, BATCH),
        new BufferEvent.DeliveryAttemptFailed(AT, 3, new DeliveryFailure(AT, 2, AT, "No bucket.")),
        new BufferEvent.DeliveryGivenUp(AT, 3, 2, 7, "No bucket."),
        new BufferEvent.BatchDelivered(AT, 3),
        new BufferEvent.EpochFenced(AT, 1),
        new BufferEvent.BufferCloseRequested(AT),
        new BufferEvent.FlushRequested(AT, 9),
        new BufferEvent.RecordsDiscarded(AT, 5),
        new BufferEvent.BufferSnapshotTaken(
            AT,
            new RecordBuffer(
                9,
                4,
                1,
                PendingRecords.of(List.of(CHUNK)),
                Optional.of(POLICY),
                Optional.of(BATCH),
                Optional.of(AT),
                Optional.of(AT),
                0,
                Optional.empty(),
                Optional.of(
                    new StagedRecords(
                        Optional.of(POLICY),
                        Optional.of(FAILED_PROCESSING),
                        11,
                        10,
                        List.of(
                            new OutputBuffer(
                                PARTITION,
                                POLICY,
                                PendingRecords.of(List.of(PROCESSED)),
                                Optional.of(OUTPUT_BATCH),
                                Optional.of(new DeliveryFailure(AT, 2, AT, "No bucket.")))))))),
        new KeyEvent.KeyCreated(
            AT,
            KEY,
            "orders",
            KeySpec.SYMMETRIC_DEFAULT,
            KeyUsage.ENCRYPT_DECRYPT,
            KeyOrigin.AWS_KMS,
            KeyManager.CUSTOMER,
            POLICY_OF_KEY,
            List.of(new io.hydrant.core.kms.Tag("team", "orders")),
            Optional.of(BYTES)),
        new KeyEvent.PolicyPut(AT, POLICY_OF_KEY),
        new KeyEvent.KeyEnabled(AT),
        new KeyEvent.KeyDisabled(AT),
        new KeyEvent.KeyDeletionScheduled(AT, AT),
        new KeyEvent.KeyDeletionCancelled(AT, KeyState.DISABLED),
        new KeyEvent.DescriptionUpdated(AT, "new"),
        new KeyEvent.KeyTagged(AT, List.of(new io.hydrant.core.kms.Tag("team", "orders"))),
        new KeyEvent.KeyUntagged(AT, List.of("team")),
        new KeyEvent.RotationEnabled(AT, 365, AT),
        new KeyEvent.RotationDisabled(AT),
        new KeyEvent.KeyRotated(AT, KeyRotation.Type.ON_DEMAND, 2, BYTES),
        new KeyEvent.GrantCreated(
            AT,
            new Grant(
                "id",
                AT,
                Optional.of("name"),
                "firehose.amazonaws.com",
                Optional.of("firehose.amazonaws.com"),
                "000000000000",
                List.of("Decrypt"),
                new GrantConstraints(
                    Optional.of(Map.of("aws:firehose:arn", ARN.toString())),
                    Optional.empty(),
                    Optional.empty()))),
        new KeyEvent.GrantRetired(AT, "id"),
        new KeyEvent.GrantRevoked(AT, "id"),
        new KeyDirectoryEvent.KeyRegistered(AT, KEY),
        new KeyDirectoryEvent.DeletionDateRecorded(AT, KEY, Optional.of(AT), 1),
        new KeyDirectoryEvent.AliasCreated(AT, ALIAS, "k"),
        new KeyDirectoryEvent.AliasUpdated(AT, ALIAS, "k2"),
        new KeyDirectoryEvent.AliasDeleted(AT, ALIAS));
  }
}
