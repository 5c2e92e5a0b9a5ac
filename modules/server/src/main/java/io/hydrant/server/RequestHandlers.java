package io.hydrant.server;

import io.hydrant.api.call.AuditInterceptor;
import io.hydrant.http.ApiPorts;
import io.hydrant.http.HydrantServer;
import io.hydrant.http.admin.AdminPorts;
import io.hydrant.http.proxy.KmsReverseProxy;
import io.hydrant.http.proxy.S3ReverseProxy;
import io.hydrant.inspector.InspectorRoutes;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.PostgreSqlJournal;
import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.buffer.Flush;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.stream.FirehoseGateway;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** Wires the request handler of a node to a running runtime. */
final class RequestHandlers {
  private final ActorSystem<?> system;
  private final NodeParts parts;
  private final Supplier<CompletionStage<?>> reset;

  /**
   * @param reset deletes all state of the node
   */
  RequestHandlers(ActorSystem<?> system, NodeParts parts, Supplier<CompletionStage<?>> reset) {
    this.system = system;
    this.parts = parts;
    this.reset = reset;
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
            new S3ReverseProxy(system, parts.s3().endpoint()),
            admin(runtime));
    return settings
        .kms()
        .external()
        .<Function<HttpRequest, CompletionStage<HttpResponse>>>map(
            kms -> new KmsReverseProxy(system, kms.endpoint(), own))
        .orElse(own);
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
