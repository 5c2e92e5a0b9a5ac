package io.hydrant.http;

import io.hydrant.http.admin.AdminPorts;
import io.hydrant.http.admin.AdminRoutes;
import io.hydrant.http.admin.ExplainRoute;
import io.hydrant.http.api.AwsJsonHandler;
import io.hydrant.http.api.AwsServices;
import io.hydrant.http.api.StsHandler;
import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.http.auth.Authenticator;
import io.hydrant.http.auth.identity.CredentialResolver;
import io.hydrant.http.auth.identity.SessionTokens;
import io.hydrant.http.auth.signature.SignatureCheck;
import io.hydrant.http.auth.sts.Sts;
import io.hydrant.http.body.RequestBodies;
import io.hydrant.http.connection.ConnectionBounds;
import io.hydrant.http.connection.ConnectionRoom;
import io.hydrant.http.connection.ConnectionStage;
import io.hydrant.http.guard.RequestGuard;
import io.hydrant.http.site.OwnHosts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.ConnectionContext;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.ServerBuilder;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.SystemMaterializer;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;

/** The AWS door: binds the node's one port. */
public final class HydrantServer {
  /** Of forms of STS and of the admin routes, which have no data in them. */
  private static final long SMALL_BODY_BYTES_MAX = 1 << 20;

  /** Requests of one connection that are answered at a time. */
  private static final int PIPELINED_MAX = 4;

  private HydrantServer() {}

  /** What answers requests, over these services. */
  public static Function<HttpRequest, CompletionStage<HttpResponse>> handler(
      ActorSystem<?> system,
      HttpSettings settings,
      AuthenticationConfig identification,
      ApiPorts ports,
      Function<HttpRequest, CompletionStage<HttpResponse>> s3,
      AdminPorts admin) {
    InstantSource clock = admin.clock()::now;
    RequestBodies bodies =
        new RequestBodies(
            settings.apiBodyBytesMax(), SystemMaterializer.get(system).materializer());
    RequestBodies small =
        new RequestBodies(
            Math.min(SMALL_BODY_BYTES_MAX, settings.apiBodyBytesMax()),
            SystemMaterializer.get(system).materializer());
    SessionTokens tokens = new SessionTokens(identification.sessions());
    Authenticator callers =
        new Authenticator(
            new CredentialResolver(settings.account(), identification.identities(), tokens, clock),
            identification.signaturesVerified()
                ? Optional.of(new SignatureCheck(InstantSource.system()))
                : Optional.empty());
    AwsJsonHandler api =
        new AwsJsonHandler(
            List.of(
                AwsServices.firehose(
                    ports.firehose(),
                    settings.apiRateLimited(),
                    identification.identities(),
                    admin.faults(),
                    clock),
                AwsServices.kms(ports.kms(), admin.faults())),
            callers,
            bodies,
            system.executionContext(),
            ports.observers());
    ExplainRoute explain =
        new ExplainRoute(
            ports.firehose(), ports.kms(), identification.identities(), clock, settings.account());
    Sts sts = new Sts(identification.identities(), tokens, clock);
    return new RequestDispatcher(
            api, new StsHandler(sts, callers, small), new AdminRoutes(admin, explain, small), s3)
        ::handle;
  }

  /** What every request passes before that handler sees it. */
  static Function<HttpRequest, CompletionStage<HttpResponse>> guarded(
      ActorSystem<?> system,
      HttpSettings settings,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    return new RequestGuard(
            new OwnHosts(settings.host(), settings.hosts()),
            settings.connections().request(),
            SystemMaterializer.get(system).materializer(),
            handler)
        ::handle;
  }

  /**
   * The stage fails where the port cannot be had. With a certificate HTTP/2 is spoken too, for
   * which Pekko takes no flow a connection: the number of connections is then bounded by Pekko
   * alone.
   */
  public static CompletionStage<ServerBinding> bind(
      ActorSystem<?> system,
      HttpSettings settings,
      Optional<SSLContext> tls,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    ServerBuilder server = Http.get(system).newServerAt(settings.host(), settings.port());
    Function<HttpRequest, CompletionStage<HttpResponse>> guarded =
        guarded(system, settings, handler);
    if (tls.isPresent()) {
      return server.enableHttps(ConnectionContext.httpsServer(tls.get())).bind(guarded::apply);
    }
    ConnectionBounds bounds = settings.connections();
    ConnectionStage connection = new ConnectionStage(new ConnectionRoom(bounds.most()), bounds);
    return server.bindFlow(
        BidiFlow.fromGraph(connection)
            .join(Flow.<HttpRequest>create().mapAsync(PIPELINED_MAX, guarded::apply)));
  }
}
