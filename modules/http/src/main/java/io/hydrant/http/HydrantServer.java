package io.hydrant.http;

import io.hydrant.core.fault.Fault;
import io.hydrant.http.connection.ConnectionBounds;
import io.hydrant.http.connection.ConnectionRoom;
import io.hydrant.http.connection.ConnectionStage;
import io.hydrant.http.firehose.FirehoseOperations;
import io.hydrant.http.identity.CredentialDesk;
import io.hydrant.http.identity.SessionTokens;
import io.hydrant.http.kms.KmsOperations;
import io.hydrant.http.kms.UnbuiltOperations;
import io.hydrant.http.shape.Shapes;
import io.hydrant.http.signature.SignatureCheck;
import io.hydrant.http.site.OwnHosts;
import io.hydrant.http.sts.Sts;
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
      Identification identification,
      FirehoseApi firehose,
      KmsApi kms,
      Function<HttpRequest, CompletionStage<HttpResponse>> s3,
      Admin admin) {
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
                    new FirehoseAccess(identification.identities(), clock)),
            KMS,
                Service.of(
                    Fault.Service.KMS,
                    KMS,
                    KmsOperations.all(kms),
                    UnbuiltOperations.NAMES,
                    Shapes.kms(),
                    Access.LATER));
    SessionTokens tokens = new SessionTokens(identification.sessions());
    Callers callers =
        new Callers(
            new CredentialDesk(settings.account(), identification.identities(), tokens, clock),
            identification.signaturesVerified()
                ? Optional.of(new SignatureCheck(InstantSource.system()))
                : Optional.empty());
    ApiHandler api =
        new ApiHandler(
            services,
            callers,
            bodies,
            system.executionContext(),
            admin.faults(),
            new ApiRates(settings.apiRateLimited(), admin.clock()),
            admin.refusals(),
            admin.meter(),
            admin.watch());
    ExplainRoute explain =
        new ExplainRoute(firehose, kms, identification.identities(), clock, settings.account());
    Sts sts = new Sts(identification.identities(), tokens, clock);
    return new Gateway(
            api, new StsHandler(sts, callers, small), new AdminRoutes(admin, explain, small), s3)
        ::handle;
  }

  /** What every request passes before that handler sees it. */
  static Function<HttpRequest, CompletionStage<HttpResponse>> guarded(
      ActorSystem<?> system,
      HttpSettings settings,
      Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
    return new Threshold(
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
