package io.hydrant.http;

import io.hydrant.api.call.ApiRateLimiter;
import io.hydrant.api.call.FirehoseAuthorizer;
import io.hydrant.api.call.OperationAuthorizer;
import io.hydrant.api.call.Service;
import io.hydrant.api.firehose.FirehoseOperations;
import io.hydrant.api.kms.KmsOperations;
import io.hydrant.api.kms.UnbuiltOperations;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import io.hydrant.api.shape.Shapes;
import io.hydrant.core.fault.Fault;
import io.hydrant.http.admin.AdminPorts;
import io.hydrant.http.admin.AdminRoutes;
import io.hydrant.http.admin.ExplainRoute;
import io.hydrant.http.api.AwsJsonHandler;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final String FIREHOSE = "Firehose_20150804";
  private static final String KMS = "TrentService";

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
      FirehoseApi firehose,
      KmsApi kms,
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
    Map<String, Service> services =
        Map.of(
            FIREHOSE,
                Service.of(
                    Fault.Service.FIREHOSE,
                    FIREHOSE,
                    FirehoseOperations.all(firehose),
                    Set.of(),
                    Shapes.firehose(),
                    new FirehoseAuthorizer(identification.identities(), clock)),
            KMS,
                Service.of(
                    Fault.Service.KMS,
                    KMS,
                    KmsOperations.all(kms),
                    UnbuiltOperations.NAMES,
                    Shapes.kms(),
                    OperationAuthorizer.LATER));
    SessionTokens tokens = new SessionTokens(identification.sessions());
    Authenticator callers =
        new Authenticator(
            new CredentialResolver(settings.account(), identification.identities(), tokens, clock),
            identification.signaturesVerified()
                ? Optional.of(new SignatureCheck(InstantSource.system()))
                : Optional.empty());
    AwsJsonHandler api =
        new AwsJsonHandler(
            services,
            callers,
            bodies,
            system.executionContext(),
            admin.faults(),
            new ApiRateLimiter(settings.apiRateLimited(), admin.clock()),
            admin.refusals(),
            admin.meter(),
            admin.watch());
    ExplainRoute explain =
        new ExplainRoute(firehose, kms, identification.identities(), clock, settings.account());
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
