package io.hydrant.http.admin;

import static org.apache.pekko.http.javadsl.model.HttpMethods.GET;
import static org.apache.pekko.http.javadsl.model.HttpMethods.POST;

import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.body.RequestBodies;
import io.hydrant.http.protocol.RequestKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Location;

/** {@code /_hydrant/…}: health, readiness, reset, the clock and faults, in plain JSON. */
public final class AdminRoutes {
  private final AdminPorts admin;
  private final FaultRoutes faults;
  private final ClockRoutes clock;
  private final FlushRoute flush;
  private final ClusterRoute cluster;
  private final ExplainRoute explain;
  private final FormRoutes forms;
  private final RequestBodies bodies;

  public AdminRoutes(AdminPorts admin, ExplainRoute explain, RequestBodies bodies) {
    this.admin = admin;
    this.explain = explain;
    this.faults = new FaultRoutes(admin.faults());
    this.clock = new ClockRoutes(admin.clock());
    this.flush = new FlushRoute(admin.flush());
    this.cluster = new ClusterRoute(admin.cluster());
    this.forms = new FormRoutes(clock, faults);
    this.bodies = bodies;
  }

  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    return bodies
        .read(request)
        .thenCompose(
            read ->
                read.fold(
                    body -> route(request, body),
                    error ->
                        done(AdminResponse.message(status(error), error.message()))
                            .thenApply(AdminResponse::toHttp)));
  }

  private CompletionStage<HttpResponse> route(HttpRequest request, byte[] body) {
    if (FormRoutes.isForm(request, body)) {
      return form(request, body);
    }
    Optional<CompletionStage<HttpResponse>> page =
        request.method().equals(GET) ? admin.pages().page(request) : Optional.empty();
    return page.orElseGet(() -> json(request, body).thenApply(AdminResponse::toHttp));
  }

  /** After success the browser returns to the page; after an error it shows the message. */
  private CompletionStage<HttpResponse> form(HttpRequest request, byte[] body) {
    AdminResponse answer =
        admin.forms()
            ? forms.handle(request, body)
            : AdminResponse.message(
                403, "The pages are read-only on this node (hydrant.inspector.forms).");
    return answer.status() == 200
        ? shared(answer)
            .thenApply(
                shared ->
                    HttpResponse.create()
                        .withStatus(StatusCodes.SEE_OTHER)
                        .addHeader(Location.create("/_hydrant/")))
        : done(answer).thenApply(AdminResponse::toHttp);
  }

  private CompletionStage<AdminResponse> json(HttpRequest request, byte[] body) {
    String path = request.getUri().path();
    boolean get = request.method().equals(GET);
    boolean post = request.method().equals(POST);
    if (path.equals(FaultRoutes.PATH) || path.startsWith(FaultRoutes.PATH + "/")) {
      AdminResponse answer = faults.handle(request.method(), path, body);
      return get ? done(answer) : shared(answer);
    }
    return switch (path) {
      case RequestKind.HEALTH_PATH ->
          get ? done(new AdminResponse(200, Json.object().put("status", "UP"))) : notAllowed("GET");
      case RequestKind.READY_PATH -> get ? done(cluster.ready()) : notAllowed("GET");
      case ClusterRoute.PATH -> get ? done(cluster.members()) : notAllowed("GET");
      case ExplainRoute.PATH -> get ? explain.answer(request) : notAllowed("GET");
      case FlushRoute.PATH -> post ? flush.flush(body) : notAllowed("POST");
      case "/_hydrant/reset" -> post ? reset() : notAllowed("POST");
      case ClockRoutes.PATH -> {
        if (get) {
          yield done(clock.now());
        }
        yield post ? shared(clock.advance(body)) : notAllowed("GET or POST");
      }
      default -> done(AdminResponse.message(404, "There is nothing at " + path + "."));
    };
  }

  /** Answers when the other nodes have the change too, so that a call to any node sees it. */
  private CompletionStage<AdminResponse> shared(AdminResponse answer) {
    return admin.cluster().replicate().thenApply(replicated -> answer);
  }

  private CompletionStage<AdminResponse> reset() {
    if (admin.reset().isEmpty()) {
      return done(
          AdminResponse.message(
              403,
              "This node is not reset: it is one of a cluster, or hydrant.reset.enabled is false."));
    }
    return admin
        .reset()
        .get()
        .get()
        .handle(
            (done, failure) ->
                failure == null
                    ? new AdminResponse(200, Json.object().put("reset", true))
                    : AdminResponse.message(500, "The reset did not succeed; see the node's log."));
  }

  private static int status(ServiceError error) {
    return error.code().equals("RequestEntityTooLargeException") ? 413 : 400;
  }

  private static CompletionStage<AdminResponse> notAllowed(String methods) {
    return done(AdminResponse.notAllowed(methods));
  }

  private static CompletionStage<AdminResponse> done(AdminResponse answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
