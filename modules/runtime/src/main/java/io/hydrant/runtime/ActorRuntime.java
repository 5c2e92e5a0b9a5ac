package io.hydrant.runtime;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.EntityTypes;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.delivery.conversion.RecordConverter;
import io.hydrant.delivery.processing.Pipelines;
import io.hydrant.runtime.buffer.BufferSettings;
import io.hydrant.runtime.buffer.BufferWork;
import io.hydrant.runtime.buffer.ShardedBuffers;
import io.hydrant.runtime.buffer.WorkerThreads;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.cluster.Nodes;
import io.hydrant.runtime.cluster.TerminationWatchdog;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.fault.InjectedProcessorFaults;
import io.hydrant.runtime.fault.KmsFaults;
import io.hydrant.runtime.journal.JournalReader;
import io.hydrant.runtime.kms.EmbeddedDataKeys;
import io.hydrant.runtime.kms.EmbeddedKms;
import io.hydrant.runtime.kms.ExternalKms;
import io.hydrant.runtime.kms.InterceptedDataKeys;
import io.hydrant.runtime.kms.InterceptedKms;
import io.hydrant.runtime.kms.KeyTaskHandler;
import io.hydrant.runtime.kms.KmsDependencies;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.kms.KmsInterceptor;
import io.hydrant.runtime.kms.KmsMetrics;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.secret.SecretCipher;
import io.hydrant.runtime.storage.ClusterLock;
import io.hydrant.runtime.stream.CallerPermissions;
import io.hydrant.runtime.stream.DirectoryTaskHandler;
import io.hydrant.runtime.stream.FirehoseDependencies;
import io.hydrant.runtime.stream.FirehoseEntityKinds;
import io.hydrant.runtime.stream.StreamTaskHandler;
import io.hydrant.runtime.stream.TableResolution;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Starts, connects and stops the entities of one node. */
public final class ActorRuntime implements AutoCloseable {
  /** Longer than the entities of a node that died need to start on another node. */
  private static final Duration ASK_TIMEOUT = Duration.ofSeconds(12);

  /** Shorter than the time that a supervisor waits before it kills the process. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration END_TIMEOUT = Duration.ofSeconds(5);
  private static final long WAITING_BYTES_MAX = 64L * 1024 * 1024;
  private static final long WRITE_BYTES_MAX = 1024L * 1024;

  private final ActorSystem<Void> system;
  private final Nodes nodes;
  private final WorkerThreads threads = WorkerThreads.start();
  private final KmsDependencies kms;
  private final KmsPort kmsPort;
  private final DataKeyApi dataKeys;
  private final FirehoseDependencies firehose;

  private ActorRuntime(
      RuntimeSettings settings, ServiceClock clock, ActorSystem<Void> system, Nodes nodes) {
    this.system = system;
    this.nodes = nodes;
    EntityStarter entities = new EntityStarter(system, settings, clock, ASK_TIMEOUT);
    Entities<KeyDirectory, KeyDirectoryEvent> keyDirectories =
        entities.start(KmsGateway.KEY_DIRECTORY);
    this.kms =
        new KmsDependencies(
            entities.start(
                KmsGateway.KEY,
                id -> new KeyTaskHandler(settings.rootKey(), keyDirectories),
                false),
            keyDirectories,
            settings.rootKey(),
            settings.identities());
    KmsInterceptor faults = new KmsFaults(settings.faults());
    KmsInterceptor metrics = new KmsMetrics(settings.meters(), settings.spans());
    KmsGateway embedded = new KmsGateway(kms);
    Optional<ExternalKms> external = settings.externalKms().map(ExternalKms::new);
    this.kmsPort =
        new InterceptedKms(
            new InterceptedKms(
                external.<KmsPort>map(used -> used).orElseGet(() -> new EmbeddedKms(embedded)),
                faults),
            metrics);
    this.dataKeys =
        new InterceptedDataKeys(
            new InterceptedDataKeys(
                external.map(ExternalKms::dataKeys).orElseGet(() -> new EmbeddedDataKeys(embedded)),
                faults),
            metrics);
    this.firehose = firehose(settings, clock, entities);
  }

  /**
   * Starts the actor system, joins the cluster and starts the entities.
   *
   * @param lock is closed when the actor system has stopped
   * @throws TimeoutException if the node does not become a member in time
   */
  public static ActorRuntime start(RuntimeSettings settings, ServiceClock clock, ClusterLock lock)
      throws TimeoutException, InterruptedException {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "hydrant", settings.config());
    system.getWhenTerminated().thenRun(lock::close);
    try {
      return new ActorRuntime(
          settings,
          clock,
          system,
          Nodes.join(system, settings.cluster(), settings.faults(), clock, lock));
    } catch (TimeoutException | InterruptedException | RuntimeException e) {
      system.terminate();
      throw e;
    }
  }

  private FirehoseDependencies firehose(
      RuntimeSettings settings, ServiceClock clock, EntityStarter entities) {
    AtomicReference<Entities<StreamState, StreamEvent>> streams = new AtomicReference<>();
    DeliveryClients clients = settings.clients().decorated(settings);
    BufferWork work =
        new BufferWork(
            streams::get,
            kmsPort,
            clients.store(),
            new RecordConverter(clients.tables()),
            new Pipelines(
                clients.functions(), new InjectedProcessorFaults(settings.faults()), clock::now),
            clock,
            settings.spans(),
            settings.deliveries(),
            threads);
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
            kmsPort,
            work,
            ASK_TIMEOUT);
    Entities<StreamDirectory, DirectoryEvent> directories =
        entities.start(
            FirehoseEntityKinds.DIRECTORY, id -> new DirectoryTaskHandler(id, streams::get), false);
    Entities<KeyStreamQuota, KeyStreamQuotaEvent> keyClaims =
        entities.start(new EntityKind<>(EntityTypes.KEY_STREAM_QUOTA));
    streams.set(
        entities.start(
            FirehoseEntityKinds.STREAM,
            id ->
                new StreamTaskHandler(
                    kmsPort, buffers, directories, keyClaims, settings.pace().propagation()),
            true));
    return new FirehoseDependencies(
        streams.get(),
        directories,
        entities.start(new EntityKind<>(EntityTypes.BUDGET)),
        keyClaims,
        buffers,
        kmsPort,
        new CallerPermissions(
            kmsPort, clock, settings.callerPermissions(), settings.dataKeyCache()),
        new TableResolution(clients.tables(), threads.lookups()),
        new SecretCipher(settings.rootKey()),
        settings.faults(),
        clock,
        settings.pace(),
        settings.streamsMax(),
        settings.streamsPerKeyMax());
  }

  public KmsDependencies kms() {
    return kms;
  }

  /** Returns the KMS as S3 uses it. */
  public DataKeyApi dataKeys() {
    return dataKeys;
  }

  public FirehoseDependencies firehose() {
    return firehose;
  }

  /** Returns the nodes of the cluster. */
  public Nodes nodes() {
    return nodes;
  }

  /** Returns a reader of this node's journal. */
  public JournalReader journal() {
    return new JournalReader(system);
  }

  /** Completes when the runtime has stopped. A node that the cluster removes stops by itself. */
  public CompletionStage<?> whenTerminated() {
    return system.getWhenTerminated();
  }

  /** Hands over the entities to other nodes, then stops. */
  public CompletionStage<?> stop() {
    system.terminate();
    return system
        .getWhenTerminated()
        .whenComplete(
            (done, failure) -> {
              threads.close();
              kmsPort.close();
            });
  }

  @Override
  public void close() {
    CompletableFuture<?> stopped = stop().toCompletableFuture();
    try {
      stopped.copy().orTimeout(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      TerminationWatchdog.abort(system);
      stopped
          .copy()
          .completeOnTimeout(null, END_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
          .exceptionally(failure -> null)
          .join();
    }
  }
}
