package io.hydrant.runtime;

import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.Event;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.KeyClaimEvent;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.buffer.BatchDelivery;
import io.hydrant.runtime.buffer.BufferSettings;
import io.hydrant.runtime.buffer.BufferWork;
import io.hydrant.runtime.buffer.ShardedBuffers;
import io.hydrant.runtime.cluster.LastResort;
import io.hydrant.runtime.cluster.Nodes;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.entity.ShardedRegion;
import io.hydrant.runtime.entity.Work;
import io.hydrant.runtime.fault.FaultyKms;
import io.hydrant.runtime.fault.FaultyStore;
import io.hydrant.runtime.id.StreamId;
import io.hydrant.runtime.journal.JournalReader;
import io.hydrant.runtime.kms.EmbeddedKms;
import io.hydrant.runtime.kms.ExternalKms;
import io.hydrant.runtime.kms.KeyWork;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.kms.KmsLink;
import io.hydrant.runtime.kms.KmsParts;
import io.hydrant.runtime.kms.MeteredKms;
import io.hydrant.runtime.meter.MeteredStore;
import io.hydrant.runtime.storage.Presence;
import io.hydrant.runtime.stream.CallerPermissions;
import io.hydrant.runtime.stream.DirectoryWork;
import io.hydrant.runtime.stream.FirehoseKinds;
import io.hydrant.runtime.stream.FirehoseParts;
import io.hydrant.runtime.stream.StreamWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** All entities of one node: starts them, wires them, stops them. */
public final class Engine implements AutoCloseable {
  /** Longer than it takes until the entities of a node that died live at another one. */
  private static final Duration ASK_TIMEOUT = Duration.ofSeconds(12);

  /** Shorter than the time that a supervisor waits before it kills the process. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration END_TIMEOUT = Duration.ofSeconds(5);
  private static final int DELIVERY_THREADS = 4;
  private static final long WAITING_BYTES_MAX = 64L * 1024 * 1024;
  private static final long WRITE_BYTES_MAX = 1024L * 1024;

  private final ActorSystem<Void> system;
  private final Nodes nodes;
  private final ExecutorService deliveryThreads;
  private final KmsParts kms;
  private final KmsLink link;
  private final FirehoseParts firehose;

  private Engine(
      EngineSettings settings, ServiceClock clock, ActorSystem<Void> system, Nodes nodes) {
    this.system = system;
    this.nodes = nodes;
    this.deliveryThreads = Executors.newFixedThreadPool(DELIVERY_THREADS);
    EntityRegion<KeyDirectory, KeyDirectoryEvent> keyDirectories =
        region(settings, clock, KmsGateway.KEY_DIRECTORY);
    this.kms =
        new KmsParts(
            ShardedRegion.start(
                system,
                KmsGateway.KEY,
                clock,
                settings.spans(),
                new KeyWork(settings.rootKey(), keyDirectories),
                settings.meters(),
                false,
                ASK_TIMEOUT),
            keyDirectories,
            settings.rootKey(),
            settings.identities());
    this.link =
        new MeteredKms(
            new FaultyKms(link(settings), settings.faults()), settings.meters(), settings.spans());
    this.firehose = firehose(settings, clock);
  }

  private KmsLink link(EngineSettings settings) {
    return settings
        .externalKms()
        .<KmsLink>map(ExternalKms::new)
        .orElseGet(() -> new EmbeddedKms(new KmsGateway(kms)));
  }

  /**
   * @param presence is closed when the engine has stopped
   * @throws TimeoutException where the node does not get up
   */
  public static Engine start(EngineSettings settings, ServiceClock clock, Presence presence)
      throws TimeoutException, InterruptedException {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "hydrant", settings.config());
    system.getWhenTerminated().thenRun(presence::close);
    try {
      return new Engine(
          settings,
          clock,
          system,
          Nodes.join(system, settings.cluster(), settings.faults(), clock, presence));
    } catch (TimeoutException | InterruptedException | RuntimeException e) {
      system.terminate();
      throw e;
    }
  }

  private FirehoseParts firehose(EngineSettings settings, ServiceClock clock) {
    AtomicReference<EntityRegion<StreamState, StreamEvent>> streams = new AtomicReference<>();
    BatchDelivery delivery =
        new BatchDelivery(
            link,
            new MeteredStore(
                new FaultyStore(settings.store(), settings.faults()),
                settings.meters(),
                settings.spans()),
            settings.spans(),
            deliveryThreads);
    ShardedBuffers buffers =
        ShardedBuffers.start(
            system,
            new BufferSettings(
                clock,
                settings.dataKeyCache(),
                settings.pendingBytesMax(),
                WAITING_BYTES_MAX,
                WRITE_BYTES_MAX,
                settings.throughputLimited(),
                settings.meters(),
                settings.spans()),
            link,
            id ->
                new BufferWork(StreamId.arn(id), StreamId.incarnation(id), streams::get, delivery),
            ASK_TIMEOUT);
    EntityRegion<StreamDirectory, DirectoryEvent> directories =
        ShardedRegion.start(
            system,
            FirehoseKinds.DIRECTORY,
            clock,
            settings.spans(),
            id -> new DirectoryWork(id, streams::get),
            settings.meters(),
            false,
            ASK_TIMEOUT);
    EntityRegion<KeyClaims, KeyClaimEvent> keyClaims =
        region(
            settings, clock, new EntityKind<>("key-claims", KeyClaimEvent.class, KeyClaims.NONE));
    streams.set(
        ShardedRegion.start(
            system,
            FirehoseKinds.STREAM,
            clock,
            settings.spans(),
            new StreamWork(link, buffers, directories, keyClaims, settings.pace().propagation()),
            settings.meters(),
            true,
            ASK_TIMEOUT));
    return new FirehoseParts(
        streams.get(),
        directories,
        region(
            settings,
            clock,
            new EntityKind<>("budget", QuotaEvent.class, EncryptionCallBudget.UNUSED)),
        keyClaims,
        buffers,
        link,
        new CallerPermissions(link, clock, settings.callerPermissions(), settings.dataKeyCache()),
        settings.faults(),
        clock,
        settings.pace(),
        settings.streamsMax(),
        settings.streamsPerKeyMax());
  }

  private <S, E extends Event<S>> EntityRegion<S, E> region(
      EngineSettings settings, ServiceClock clock, EntityKind<S, E> kind) {
    return ShardedRegion.start(
        system, kind, clock, settings.spans(), Work.none(), settings.meters(), false, ASK_TIMEOUT);
  }

  public KmsParts kms() {
    return kms;
  }

  public FirehoseParts firehose() {
    return firehose;
  }

  /** This node and the others. */
  public Nodes nodes() {
    return nodes;
  }

  /** The journal, for those who look. */
  public JournalReader journal() {
    return new JournalReader(system);
  }

  /**
   * Completes when it has stopped, also without a command: a node that the others give up stops.
   */
  public CompletionStage<?> whenTerminated() {
    return system.getWhenTerminated();
  }

  /** Hands over what is under way, then stops. */
  public CompletionStage<?> stop() {
    system.terminate();
    return system
        .getWhenTerminated()
        .whenComplete(
            (done, failure) -> {
              deliveryThreads.shutdownNow();
              link.close();
            });
  }

  @Override
  public void close() {
    CompletableFuture<?> stopped = stop().toCompletableFuture();
    try {
      stopped.copy().orTimeout(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      LastResort.end(system);
      stopped
          .copy()
          .completeOnTimeout(null, END_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
          .exceptionally(failure -> null)
          .join();
    }
  }
}
