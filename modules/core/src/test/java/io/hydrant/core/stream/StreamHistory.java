package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One stream with a clock: commands decide on it, and their events are kept and folded. */
final class StreamHistory {
  static final StreamArn ARN = new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  static final TransitionDelays PACE =
      new TransitionDelays(
          Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(250), Duration.ZERO);
  static final Bytes WRAPPED = Bytes.ofUtf8("wrapped");

  private final List<StreamEvent> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  static StreamHistory active() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.empty());
    history.pass(Duration.ofSeconds(1));
    history.handle(new StreamTaskResult.TransitionDue(Duration.ZERO));
    return history;
  }

  /** A stream with these events. */
  static StreamHistory of(StreamEvent... events) {
    StreamHistory history = new StreamHistory();
    history.events.addAll(List.of(events));
    return history;
  }

  /** An active stream, encrypted under the key that Firehose owns. */
  static StreamHistory encryptedUnderOwnedKey() {
    StreamHistory history = active();
    history.handle(startOwned());
    history.pass(PACE.enabling());
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.success(WRAPPED), Duration.ZERO));
    return history;
  }

  /** An active stream, encrypted under a first customer key. */
  static StreamHistory encrypted() {
    StreamHistory history = active();
    history.handle(start("a"));
    history.handle(
        new StreamTaskResult.CreateGrantCompleted(1, arn("a"), Reply.success("grant-a")));
    history.pass(Duration.ofSeconds(1));
    history.handle(
        new StreamTaskResult.GenerateDataKeyCompleted(1, Reply.success(WRAPPED), Duration.ZERO));
    return history;
  }

  Reply<CreateDeliveryStream.Output> create(DeliveryStreamType type, Optional<ResolvedKey> target) {
    return create(type, target, List.of());
  }

  Reply<CreateDeliveryStream.Output> create(
      DeliveryStreamType type, Optional<ResolvedKey> target, List<Tag> tags) {
    Structure s3 = Structure.empty().with("BucketARN", new Text("arn:aws:s3:::bucket"));
    Structure configurations = Structure.empty().with("ExtendedS3DestinationConfiguration", s3);
    if (type == DeliveryStreamType.KINESIS_STREAM_AS_SOURCE) {
      configurations = configurations.with("KinesisStreamSourceConfiguration", Structure.empty());
    }
    Optional<EncryptionConfigurationInput> choice =
        target.map(
            key ->
                new EncryptionConfigurationInput(
                    key.type(), Optional.of(key.keyArn()).filter(arn -> isCustomers(key))));
    return handle(
        new CreateDeliveryStream(
            ARN,
            new CreateDeliveryStream.Input(type, choice, configurations, tags),
            target,
            PACE,
            CALLER));
  }

  private static boolean isCustomers(ResolvedKey key) {
    return key.type() == KeyType.CUSTOMER_MANAGED_CMK;
  }

  static String arn(String key) {
    return "arn:aws:kms:us-east-1:000000000000:key/" + key;
  }

  static ResolvedKey target(String key) {
    return new ResolvedKey(KeyType.CUSTOMER_MANAGED_CMK, arn(key), CALLER);
  }

  static StartDeliveryStreamEncryption start(String key) {
    return new StartDeliveryStreamEncryption(
        new EncryptionConfigurationInput(KeyType.CUSTOMER_MANAGED_CMK, Optional.of(arn(key))),
        target(key),
        PACE,
        1);
  }

  /** The key that Firehose itself owns. */
  static ResolvedKey ownedTarget() {
    return new ResolvedKey(KeyType.AWS_OWNED_CMK, arn("owned"), CALLER);
  }

  static StartDeliveryStreamEncryption startOwned() {
    return new StartDeliveryStreamEncryption(
        new EncryptionConfigurationInput(KeyType.AWS_OWNED_CMK, Optional.empty()),
        ownedTarget(),
        PACE,
        1);
  }

  static StopDeliveryStreamEncryption stop() {
    return new StopDeliveryStreamEncryption(PACE, 1);
  }

  <O> Reply<O> handle(StreamCommand<O> command) {
    Decision<StreamEvent, O> decision = command.decide(state(), now);
    events.addAll(decision.events());
    state();
    return decision.reply();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  StreamState state() {
    return Fold.fold(StreamState.initial(ARN), events);
  }

  DeliveryStream stream() {
    return (DeliveryStream) state();
  }

  List<StreamTask> due() {
    return StreamTasks.pendingTasks(state()).stream()
        .filter(each -> !now.isBefore(each.due()))
        .map(each -> each.task())
        .toList();
  }

  List<StreamTask> owed() {
    return StreamTasks.pendingTasks(state()).stream().map(each -> each.task()).toList();
  }

  List<? extends Event<StreamState>> events() {
    return events;
  }

  static <O> ServiceError refusal(Reply<O> reply) {
    return ((Reply.Failure<O>) reply).error();
  }
}
