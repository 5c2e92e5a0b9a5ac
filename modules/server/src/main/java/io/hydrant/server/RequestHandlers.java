package io.hydrant.server;

import io.hydrant.api.call.AuditInterceptor;
import io.hydrant.core.id.Caller;
import io.hydrant.http.ApiPorts;
import io.hydrant.http.HydrantServer;
import io.hydrant.http.admin.AdminPorts;
import io.hydrant.http.auth.identity.UnknownKeys;
import io.hydrant.http.proxy.KmsReverseProxy;
import io.hydrant.http.proxy.S3ReverseProxy;
import io.hydrant.http.s3.S3Authenticator;
import io.hydrant.http.s3.S3Callers;
import io.hydrant.http.s3.S3Handler;
import io.hydrant.inspector.InspectorRoutes;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.PostgreSqlJournal;
import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.buffer.Flush;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.stream.FirehoseGateway;
import io.hydrant.s3.authorization.PolicyAuthorizer;
import io.hydrant.s3.encryption.KmsDataKeys;
import io.hydrant.s3.encryption.ObjectSealing;
import io.hydrant.s3.operation.S3Operations;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.SystemMaterializer;

/** Wires the request handler of a node to a running runtime. */
final class RequestHandlers {
  private final ActorSystem<?> system;
  private final NodeParts parts;
  private final Supplier<CompletionStage<?>> reset;
  private final Executor s3Threads;

  /**
   * @param reset deletes all state of the node
   */
  RequestHandlers(ActorSystem<?> system, NodeParts parts, Supplier<CompletionStage<?>> reset) {
    this.system = system;
    this.parts = parts;
    this.reset = reset;
    this.s3Threads = system.dispatchers().lookup(DispatcherSelector.blocking());
  }

  /** Returns the handler of all requests, over this runtime. */
  Function<HttpRequest, CompletionStage<HttpResponse>> over(ActorRuntime runtime) {
    Settings settings = parts.settings();
    Function<HttpRequest, CompletionStage<HttpResponse>> own =
        HydrantServer.handler(
            system,
            settings.listener().http(),
            parts.authentication(),
            new ApiPorts(
                new FirehoseGateway(runtime.firehose()),
                new KmsGateway(runtime.kms()),
                List.of(
                    parts.metrics().calls(),
                    new AuditInterceptor(parts.audit()),
                    parts.traces().calls())),
            s3(runtime),
            admin(runtime));
    return settings
        .kms()
        .external()
        .<Function<HttpRequest, CompletionStage<HttpResponse>>>map(
            kms -> new KmsReverseProxy(system, kms.endpoint(), own))
        .orElse(own);
  }

  /** Returns whether a request that names no access key may do everything. */
  private boolean isOpen() {
    return !parts.authentication().signaturesVerified()
        && parts.authentication().identities().unknownKeys() == UnknownKeys.ROOT;
  }

  private Function<HttpRequest, CompletionStage<HttpResponse>> s3(ActorRuntime runtime) {
    if (parts.s3().endpoint().isPresent()) {
      return new S3ReverseProxy(system, parts.s3().endpoint().get());
    }
    String account = parts.settings().listener().http().account();
    S3Operations operations =
        new S3Operations(
            parts.s3().storage().orElseThrow(),
            new ObjectSealing(
                new KmsDataKeys(runtime.dataKeys()),
                parts.s3().dataKeys(),
                parts.settings().s3().encryptAtRest()),
            new PolicyAuthorizer(
                parts.s3().storage().orElseThrow().buckets(),
                parts.authentication().identities(),
                parts.clock()::now),
            parts.clock()::now);
    parts.s3().use(Optional.of(operations));
    return new S3Handler(
        operations,
        new S3Authenticator(
            new S3Callers(
                HydrantServer.credentials(account, parts.authentication(), parts.clock()::now),
                isOpen() ? Optional.of(Caller.root(account, "us-east-1")) : Optional.empty()),
            parts.authentication().signaturesVerified(),
            parts.clock()::now,
            InstantSource.system()),
        s3Threads,
        "pekko.actor.default-blocking-io-dispatcher",
        SystemMaterializer.get(system).materializer());
  }

  private AdminPorts admin(ActorRuntime runtime) {
    Settings settings = parts.settings();
    boolean resettable = settings.admin().resetEnabled() && settings.cluster().isAlone();
    return new AdminPorts(
        runtime.nodes(),
        resettable ? Optional.of(reset) : Optional.empty(),
        parts.clock(),
        parts.faults(),
        new Flush(runtime.firehose().buffers(), runtime.journal()),
        settings.admin().inspectorForms(),
        parts
            .metrics()
            .or(new JournalExportRoute(() -> journal(runtime)))
            .or(
                new InspectorRoutes(
                    () -> journal(runtime),
                    () -> Patience.with(runtime.journal().entities()),
                    new LiveStreamEntities(runtime.firehose()),
                    new LiveKeyEntities(runtime.kms()),
                    parts.clock(),
                    parts.faults(),
                    settings.admin().inspectorForms())));
  }

  /** PostgreSQL stores snapshots as well; LevelDB's snapshots are files in the data folder. */
  private JournalSource journal(ActorRuntime runtime) {
    return parts
        .settings()
        .storage()
        .postgreSql()
        .<JournalSource>map(db -> PostgreSqlJournal.open(db.url(), db.user(), db.password()))
        .orElseGet(() -> new LiveJournal(runtime.journal(), parts.folder()));
  }
}
