package io.hydrant.server;

import io.hydrant.core.fault.Fault;
import io.hydrant.http.Admin;
import io.hydrant.http.HydrantServer;
import io.hydrant.http.Identification;
import io.hydrant.http.KmsPassThrough;
import io.hydrant.http.s3.S3PassThrough;
import io.hydrant.replay.audit.AuditStore;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.replay.audit.DatabaseAudit;
import io.hydrant.replay.audit.FolderAudit;
import io.hydrant.replay.inspector.InspectorRoutes;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.PostgreSqlJournal;
import io.hydrant.runtime.Engine;
import io.hydrant.runtime.EngineSettings;
import io.hydrant.runtime.cluster.Membership;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.runtime.kms.RootKeyException;
import io.hydrant.runtime.storage.Folder;
import io.hydrant.runtime.storage.Storage;
import io.hydrant.server.metrics.Metrics;
import io.hydrant.server.traces.Traces;
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
 * One running node: the door on its port, the engine with the entities, the S3. The door stays open
 * while the engine is started anew by a reset.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final Settings settings;
  private final DataFolder folder;
  private final Storage storage;
  private final NodeS3 s3;
  private final RootKey rootKey;
  private final Identification identification;
  private final Plugs.Clock clock = new Plugs.Clock();
  private final Plugs.FaultsOnDemand faults = new Plugs.FaultsOnDemand(clock);
  private final List<Fault> firstFaults;
  private final AuditTrail audit;
  private final Metrics metrics = new Metrics(clock::now, this::membership);
  private final Traces traces;
  private final Door door;
  private final NodeEngine engine;
  private volatile Optional<Membership> membership = Optional.empty();
  private volatile Function<HttpRequest, CompletionStage<HttpResponse>> handler = Starting::answer;

  private Node(Settings settings, DataFolder folder) throws NodeStartException {
    this.settings = settings;
    this.folder = folder;
    this.storage = storage(settings, folder);
    this.firstFaults = FaultsFile.read(settings.faultsFile());
    faults.begin(firstFaults);
    try {
      this.rootKey = RootKey.load(settings.kmsRootKey(), folder.path());
    } catch (RootKeyException e) {
      throw new NodeStartException(e.getMessage(), e);
    }
    this.audit = new AuditTrail(auditStore(), clock::now);
    this.identification = NodeIdentities.open(settings.auth(), rootKey);
    this.s3 = NodeS3.start(settings, folder);
    try {
      this.door = Door.open(settings, request -> handler.apply(request));
    } catch (NodeStartException e) {
      closeQuietly(s3);
      throw e;
    }
    this.traces = Traces.open(settings.traces(), settings.host() + ":" + door.port());
    this.engine = new NodeEngine(engineSettings(), storage, clock, this::engineIs);
  }

  private static Storage storage(Settings settings, DataFolder folder) {
    return settings
        .postgreSql()
        .map(Storage::postgreSql)
        .orElseGet(() -> Storage.levelDb(folder.journal(), folder.snapshots()));
  }

  /**
   * @throws NodeStartException with one sentence that says what is in the way
   */
  public static Node start(Settings settings) throws NodeStartException {
    return start(settings, Optional.empty());
  }

  /**
   * @param time what the node's clock shows at first; empty for now
   * @throws NodeStartException with one sentence that says what is in the way
   */
  static Node start(Settings settings, Optional<Instant> time) throws NodeStartException {
    DataFolder folder = DataFolder.open(settings.data());
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
      node.engine.start();
      node.engine.awakenAfterImport(folder.path());
      return node;
    } catch (NodeStartException | RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private EngineSettings engineSettings() {
    return new EngineSettings(
        settings.cluster().config().withFallback(storage.config()).withFallback(settings.config()),
        settings.cluster(),
        settings.pace(),
        settings.dataKeyCache(),
        settings.callerPermissions(),
        settings.pendingBytesMax(),
        settings.throughputLimited(),
        settings.streamsMax(),
        settings.streamsPerKeyMax(),
        rootKey,
        identification.identities(),
        settings.externalKms(),
        s3.store(),
        faults,
        metrics,
        traces.spans());
  }

  private void engineIs(Optional<Engine> now) {
    if (now.isEmpty()) {
      faults.begin(firstFaults);
    }
    membership = now.map(started -> started.nodes().membership());
    handler = now.map(this::handler).orElse(Starting::answer);
  }

  private Function<HttpRequest, CompletionStage<HttpResponse>> handler(Engine started) {
    Function<HttpRequest, CompletionStage<HttpResponse>> own =
        HydrantServer.handler(
            door.system(),
            Door.http(settings),
            identification,
            new Plugs.Firehose(started.firehose()),
            new Plugs.Kms(started.kms()),
            new S3PassThrough(door.system(), s3.endpoint()),
            admin(started));
    return settings
        .externalKms()
        .<Function<HttpRequest, CompletionStage<HttpResponse>>>map(
            kms -> new KmsPassThrough(door.system(), kms.endpoint(), own))
        .orElse(own);
  }

  private Admin admin(Engine started) {
    return new Admin(
        new Plugs.Cluster(started),
        settings.resetEnabled() && settings.cluster().isAlone()
            ? Optional.of(this::reset)
            : Optional.empty(),
        clock,
        faults,
        Plugs.flush(started),
        settings.inspectorForms(),
        metrics
            .or(new JournalPage(() -> journal(started)))
            .or(
                new InspectorRoutes(
                    new Plugs.Journal(started.journal(), audit),
                    new LiveStreamEntities(started.firehose()),
                    new LiveKeyEntities(started.kms()),
                    clock,
                    faults,
                    settings.inspectorForms())),
        audit,
        metrics,
        traces.calls());
  }

  /** Forgets all that the node knew. Objects in S3 go too. */
  private CompletionStage<?> reset() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            engine.startEmpty(
                () -> {
                  Folder.empty(folder.audit());
                  if (s3.isEmbedded()) {
                    Folder.empty(settings.s3Folder().orElse(folder.s3()));
                  }
                });
            LOG.info("All state was reset");
          } catch (IOException | NodeStartException e) {
            LOG.error("The reset did not succeed; restart the node", e);
            throw new CompletionException(e);
          }
        },
        runnable -> new Thread(runnable, "reset").start());
  }

  private Optional<Membership> membership() {
    return membership;
  }

  public int port() {
    return door.port();
  }

  /** For example {@code http://127.0.0.1:4573}. */
  public String endpoint() {
    return door.endpoint();
  }

  /** Of what PostgreSQL holds, snapshots are there too; LevelDB's lie in the folder. */
  private JournalSource journal(Engine started) {
    return settings
        .postgreSql()
        .<JournalSource>map(db -> PostgreSqlJournal.open(db.url(), db.user(), db.password()))
        .orElseGet(() -> new LiveJournal(started.journal(), folder));
  }

  /** Beside the journal, so that nodes which share one share it too. */
  private AuditStore auditStore() {
    return settings
        .postgreSql()
        .<AuditStore>map(
            db -> new DatabaseAudit(db.url(), db.user(), db.password(), settings.auditBytesMax()))
        .orElseGet(() -> new FolderAudit(folder.audit(), settings.auditBytesMax()));
  }

  /** Where the journal is, in words. */
  String journal() {
    return storage.describe();
  }

  public DataFolder folder() {
    return folder;
  }

  /** Returns once the node has been closed. */
  public void awaitTermination() {
    door.system().getWhenTerminated().toCompletableFuture().join();
  }

  /** Takes no more requests, answers those under way, stops the entities and the S3. */
  @Override
  public void close() {
    door.drain();
    engine.close();
    closeQuietly(s3);
    closeQuietly(audit);
    closeQuietly(folder);
    traces.close();
    door.close();
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("The node did not stop cleanly: {}", e.getMessage());
    }
  }
}
