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

/** The HTTP server of a node: binds its one port. */
public final class HydrantServer {
  /** The limit for forms of STS and of the admin routes, which carry no records. */
  private static final long SMALL_BODY_BYTES_MAX = 1 << 20;

  /** The number of requests of one connection that are answered at a time. */
  private static final int PIPELINED_MAX = 4;

  private HydrantServer() {}

  /** Returns the handler of all requests, over these ports. */
  public static Function<HttpRequest, CompletionStage<HttpResponse>> handler(
      ActorSystem<?> system,
      HttpSettings settings,
      AuthenticationConfig authentication,
      ApiPorts ports,
      Function<HttpRequest, CompletionStage<HttpResponse>> s3,
      AdminPorts admin) {
    InstantSource clock = admin.clock()::now;
    RequestBodies bodies =
        new RequestBodies(
            settings.apiBodyBytesMax(), SystemMaterializer.get(system).materializer());
    RequestBodies smallBodies =
        new RequestBodies(
            Math.min(SMALL_BODY_BYTES_MAX, settings.apiBodyBytesMax()),
            SystemMaterializer.get(system).materializer());
    SessionTokens tokens = new SessionTokens(authentication.sessions());
    Authenticator authenticator =
        new Authenticator(
            new CredentialResolver(settings.account(), authentication.identities(), tokens, clock),
            authentication.signaturesVerified()
                ? Optional.of(new SignatureCheck(InstantSource.system()))
                : Optional.empty());
    AwsJsonHandler api =
        new AwsJsonHandler(
            List.of(
                AwsServices.firehose(
                    ports.firehose(),
                    settings.apiRateLimited(),
                    authentication.identities(),
                    admin.faults(),
                    clock),
                AwsServices.kms(ports.kms(), admin.faults())),
            authenticator,
            bodies,
            system.executionContext(),
            ports.observers());
    ExplainRoute explain =
        new ExplainRoute(
            ports.firehose(), ports.kms(), authentication.identities(), clock, settings.account());
    Sts sts = new Sts(authentication.identities(), tokens, clock);
    return new RequestDispatcher(
            api,
            new StsHandler(sts, authenticator, smallBodies),
            new AdminRoutes(admin, explain, smallBodies),
            s3)
        ::handle;
  }

  /** Returns the resolver of access keys. */
  public static CredentialResolver credentials(
      String account, AuthenticationConfig authentication, InstantSource clock) {
    return new CredentialResolver(
        account, authentication.identities(), new SessionTokens(authentication.sessions()), clock);
  }

  /** Returns the handler behind the checks that every request passes first. */
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
   * Binds the port; the stage fails where the port is in use or forbidden. With a certificate the
   * server speaks HTTP/2 too. For HTTP/2, Pekko accepts no flow per connection, so that Pekko alone
   * limits the number of connections.
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
