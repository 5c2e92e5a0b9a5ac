package io.hydrant.server;

import io.hydrant.api.port.ClusterView;
import io.hydrant.core.fault.Fault;
import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.replay.audit.AuditStore;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.replay.audit.DatabaseAudit;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.RuntimeSettings;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.runtime.kms.RootKeyException;
import io.hydrant.runtime.storage.Folder;
import io.hydrant.runtime.storage.Storage;
import io.hydrant.server.deliverylog.DeliveryLog;
import io.hydrant.server.metrics.Metrics;
import io.hydrant.server.tracing.Traces;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running node: the HTTP listener on its port, the runtime with the entities, and S3. The port
 * stays open while a reset restarts the runtime.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final Settings settings;
  private final DataFolder folder;
  private final Storage storage;
  private final NodeS3 s3;
  private final NodeTables tables;
  private final ServiceClock clock = new ServiceClock();
  private final FaultInjector faults = new FaultInjector(clock);
  private final List<Fault> firstFaults;
  private final AuditTrail audit;
  private final Metrics metrics = new Metrics(clock::now, this::cluster);
  private final Traces traces;
  private final HttpListener listener;
  private final RuntimeSupervisor runtime;
  private final RequestHandlers handlers;
  private volatile Optional<ClusterView> cluster = Optional.empty();
  private volatile Function<HttpRequest, CompletionStage<HttpResponse>> handler =
      StartingResponder::answer;

  private Node(Settings settings, DataFolder folder) throws NodeStartException {
    this.settings = settings;
    this.folder = folder;
    this.storage = storage(settings, folder);
    this.firstFaults = FaultsFile.read(settings.admin().faultsFile());
    faults.begin(firstFaults);
    RootKey rootKey = rootKey(settings, folder);
    this.audit = new AuditTrail(auditStore(settings.storage(), folder), clock::now);
    AuthenticationConfig authentication = NodeIdentities.open(settings.auth(), rootKey);
    this.tables = NodeTables.of(settings.glue(), clock::now);
    this.s3 = NodeS3.start(settings.s3(), folder, settings.listener().http().account(), rootKey);
    try {
      this.listener = HttpListener.open(settings, request -> handler.apply(request));
    } catch (NodeStartException e) {
      closeQuietly(s3);
      closeQuietly(tables);
      throw e;
    }
    this.traces =
        Traces.open(settings.traces(), settings.listener().http().host() + ":" + listener.port());
    this.handlers =
        new RequestHandlers(
            listener.system(),
            new NodeParts(
                settings, folder, s3, authentication, clock, faults, audit, metrics, traces),
            this::reset);
    this.runtime =
        new RuntimeSupervisor(
            runtimeSettings(rootKey, authentication), storage, clock, this::runtimeChanged);
  }

  private static Storage storage(Settings settings, DataFolder folder) {
    return settings
        .storage()
        .postgreSql()
        .map(Storage::postgreSql)
        .orElseGet(() -> Storage.levelDb(folder.journal(), folder.snapshots()));
  }

  private static RootKey rootKey(Settings settings, DataFolder folder) throws NodeStartException {
    try {
      return RootKey.load(settings.kms().rootKey(), folder.path());
    } catch (RootKeyException e) {
      throw new NodeStartException(e.getMessage(), e);
    }
  }

  /** Failed calls are stored with the journal, so that nodes with one journal share them. */
  private static AuditStore auditStore(StorageSettings settings, DataFolder folder) {
    return settings
        .postgreSql()
        .<AuditStore>map(
            db -> new DatabaseAudit(db.url(), db.user(), db.password(), settings.auditBytesMax()))
        .orElseGet(() -> new FolderAudit(folder.audit(), settings.auditBytesMax()));
  }

  /**
   * Starts a node with the present time.
   *
   * @throws NodeStartException with one sentence that says why the node cannot start
   */
  public static Node start(Settings settings) throws NodeStartException {
    return start(settings, Optional.empty());
  }

  /**
   * Starts a node.
   *
   * @param time the first time of the node's clock; empty for the present
   * @throws NodeStartException with one sentence that says why the node cannot start
   */
  public static Node start(Settings settings, Optional<Instant> time) throws NodeStartException {
    DataFolder folder = DataFolder.open(settings.storage().data());
    Node node;
    try {
      node = new Node(settings, folder);
    } catch (NodeStartException | RuntimeException e) {
      closeQuietly(folder);
      throw e;
    }
    time.ifPresent(node.clock::startAt);
    try {
      JournalCheck.before(folder);
      node.runtime.start();
      node.runtime.startImportedEntities(folder.path());
      return node;
    } catch (NodeStartException | RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private RuntimeSettings runtimeSettings(RootKey rootKey, AuthenticationConfig authentication) {
    KmsSettings kms = settings.kms();
    StreamSettings streams = settings.streams();
    return new RuntimeSettings(
        settings.cluster().config().withFallback(storage.config()).withFallback(settings.config()),
        settings.cluster(),
        streams.delays(),
        kms.dataKeyCache(),
        kms.callerPermissions(),
        streams.pendingBytesMax(),
        streams.throughputLimited(),
        streams.max(),
        streams.perKeyMax(),
        rootKey,
        authentication.identities(),
        kms.external(),
        NodeDelivery.clients(s3, settings.functions(), tables),
        faults,
        metrics,
        DeliveryLog.with(metrics.deliveries(), settings.log().deliveries()),
        traces.spans());
  }

  private void runtimeChanged(Optional<ActorRuntime> running) {
    if (running.isEmpty()) {
      faults.begin(firstFaults);
    }
    cluster = running.map(ActorRuntime::nodes);
    handler = running.map(handlers::over).orElse(StartingResponder::answer);
  }

  /** Deletes all state, with the objects in the embedded S3. */
  private CompletionStage<?> reset() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            runtime.startEmpty(
                () -> {
                  Folder.empty(folder.audit());
                  s3.clear();
                });
            LOG.info("All state was reset");
          } catch (IOException | NodeStartException e) {
            LOG.error("The reset did not succeed; restart the node", e);
            throw new CompletionException(e);
          }
        },
        runnable -> new Thread(runnable, "reset").start());
  }

  private Optional<ClusterView> cluster() {
    return cluster;
  }

  /** Returns the port that the node listens on. */
  public int port() {
    return listener.port();
  }

  /** Returns the node's address, for example {@code http://127.0.0.1:4573}. */
  public String endpoint() {
    return listener.endpoint();
  }

  /** Returns where the journal is, in words. */
  public String journal() {
    return storage.describe();
  }

  /** Returns the node's data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** Returns once the node has been closed. */
  public void awaitTermination() {
    listener.system().getWhenTerminated().toCompletableFuture().join();
  }

  /** Takes no more requests, answers those in progress, stops the entities and S3. */
  @Override
  public void close() {
    listener.drain();
    runtime.close();
    closeQuietly(s3);
    closeQuietly(tables);
    closeQuietly(audit);
    closeQuietly(folder);
    traces.close();
    listener.close();
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("The node did not stop cleanly: {}", e.getMessage());
    }
  }
}
