package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.kms.RecordDeletionDate;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TransitionDelays;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is stored, the clock, and the auditor that receives what can be seen. */
final class World {
  static final String ACCOUNT = "000000000000";
  static final String REGION = "us-east-1";
  static final Caller CLIENT = Caller.root(ACCOUNT, REGION);

  /** The last one has a source of its own and takes no records from clients. */
  static final List<String> STREAMS = List.of("orders", "clicks", "kinesis");

  private final Map<String, Ledger<StreamState, StreamEvent>> streams = new LinkedHashMap<>();
  private final Map<String, Ledger<EncryptionCallBudget, EncryptionCallEvent>> budgets =
      new LinkedHashMap<>();
  private final Map<String, Ledger<RecordBuffer, BufferEvent>> buffers = new LinkedHashMap<>();
  private final Ledger<StreamDirectory, DirectoryEvent> directory =
      new Ledger<>("directory", StreamDirectory.EMPTY);
  private final Post<StreamDirectory, DirectoryEvent> toDirectory = new Post<>(directory);
  private final Map<String, Ledger<KeyStreamQuota, KeyStreamQuotaEvent>> reservations =
      new LinkedHashMap<>();
  private final Ledger<KeyDirectory, KeyDirectoryEvent> keyDirectory =
      new Ledger<>("keys", KeyDirectory.EMPTY);
  private final Post<KeyDirectory, KeyDirectoryEvent> toKeyDirectory = new Post<>(keyDirectory);
  private final TransitionDelays pace;
  private final Sabotage sabotage;
  private final Auditor auditor;
  private final SimulatedKms kms;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  World(Duration propagation, Sabotage sabotage) {
    this.pace =
        new TransitionDelays(
            Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(250), propagation);
    this.sabotage = sabotage;
    this.auditor = new Auditor(propagation);
    this.kms = new SimulatedKms(this);
    STREAMS.forEach(name -> streams.put(name, new Ledger<>(name, StreamState.initial(arn(name)))));
  }

  static StreamArn arn(String name) {
    return new StreamArn(REGION, ACCOUNT, new StreamName(name));
  }

  static boolean direct(String name) {
    return !name.equals("kinesis");
  }

  Instant now() {
    return now;
  }

  TransitionDelays pace() {
    return pace;
  }

  SimulatedKms kms() {
    return kms;
  }

  boolean sabotaged(Sabotage how) {
    return sabotage == how;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void observe(Observed observed) {
    auditor.see(now, observed);
  }

  /** Clients look at every stream all the time. */
  void show() {
    for (String name : STREAMS) {
      Optional<DeliveryStreamDescription> shown =
          stream(name).state() instanceof DeliveryStream stream
              ? Optional.of(DescribeDeliveryStream.describe(stream))
              : Optional.empty();
      observe(new Observed.Shown(name, shown.map(view -> sabotage.shown(view))));
    }
  }

  Ledger<StreamState, StreamEvent> stream(String name) {
    return streams.get(name);
  }

  Ledger<EncryptionCallBudget, EncryptionCallEvent> budget(String name, int generation) {
    return budgets.computeIfAbsent(
        "budget of " + name + "/" + generation,
        id -> new Ledger<>(id, EncryptionCallBudget.UNUSED));
  }

  Ledger<RecordBuffer, BufferEvent> buffer(String name, int generation) {
    return buffers.computeIfAbsent(
        name + "/" + generation, id -> new Ledger<>(id, RecordBuffer.EMPTY));
  }

  Map<String, Ledger<RecordBuffer, BufferEvent>> buffers() {
    return buffers;
  }

  Ledger<StreamDirectory, DirectoryEvent> directory() {
    return directory;
  }

  Reply<NoOutput> enter(DirectoryCommand.RegisterName name) {
    return toDirectory.send(
        sabotaged(Sabotage.FORGETS_GENERATIONS)
            ? new DirectoryCommand.RegisterName(
                name.name(), name.type(), name.account(), name.streamsMax(), 1, name.existing())
            : name,
        now);
  }

  void remove(DirectoryCommand.DeregisterName name) {
    toDirectory.send(
        sabotaged(Sabotage.FORGETS_GENERATIONS)
            ? new DirectoryCommand.DeregisterName(name.name(), Integer.MAX_VALUE)
            : name,
        now);
  }

  void notifyDirectory(KeyTask.NotifyDirectory task) {
    toKeyDirectory.send(
        sabotaged(Sabotage.FORGETS_KEY_CHANGES) && task.change() != 0
            ? new RecordDeletionDate(task.key(), task.deletionDate(), Integer.MAX_VALUE)
            : task.command(),
        now);
  }

  /** A message to one of the directories comes once more. */
  void again(int which) {
    toDirectory.again(which, now);
    toKeyDirectory.again(which, now);
  }

  Ledger<KeyStreamQuota, KeyStreamQuotaEvent> reservations(String key) {
    return reservations.computeIfAbsent(
        key, id -> new Ledger<>("reservations of " + id, KeyStreamQuota.NONE));
  }

  Ledger<KeyDirectory, KeyDirectoryEvent> keyDirectory() {
    return keyDirectory;
  }

  Stream<Ledger<?, ?>> ledgers() {
    return Stream.of(
            streams,
            budgets,
            buffers,
            reservations,
            kms.ledgers(),
            Map.of("directory", directory, "keys", keyDirectory))
        .flatMap(each -> each.values().stream());
  }
}
