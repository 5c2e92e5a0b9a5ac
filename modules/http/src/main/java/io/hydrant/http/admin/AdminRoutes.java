package io.hydrant.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.body.RequestBodies;
import io.hydrant.http.protocol.RequestKind;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpMethods;
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
  private final AdminPages pages;
  private final RequestBodies bodies;

  public AdminRoutes(AdminPorts admin, ExplainRoute explain, RequestBodies bodies) {
    this.explain = explain;
    this.admin = admin;
    this.faults = new FaultRoutes(admin.faults());
    this.clock = new ClockRoutes(admin.clock());
    this.flush = new FlushRoute(admin.flush());
    this.cluster = new ClusterRoute(admin.cluster());
    this.forms = new FormRoutes(clock, faults);
    this.pages = admin.pages();
    this.bodies = bodies;
  }

  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    boolean get = request.method().equals(HttpMethods.GET);
    boolean post = request.method().equals(HttpMethods.POST);
    return bodies
        .read(request)
        .thenCompose(
            read ->
                read.fold(
                    body -> route(request, get, post, body),
                    refusal -> done(status(refusal), message(refusal.message()))));
  }

  private CompletionStage<HttpResponse> route(
      HttpRequest request, boolean get, boolean post, byte[] body) {
    if (FormRoutes.isForm(request, body)) {
      return form(request, body);
    }
    String path = request.getUri().path();
    if (path.equals(FaultRoutes.PATH) || path.startsWith(FaultRoutes.PATH + "/")) {
      AdminResponse answer = faults.handle(request.method(), path, body);
      return get ? done(answer) : shared(answer);
    }
    if (path.equals(FlushRoute.PATH)) {
      return post
          ? flush.flush(body).thenApply(response -> answer(response.status(), response.body()))
          : notAllowed("POST");
    }
    if (path.equals(ExplainRoute.PATH)) {
      return get
          ? explain
              .answer(request)
              .thenApply(response -> answer(response.status(), response.body()))
          : notAllowed("GET");
    }
    Optional<CompletionStage<HttpResponse>> page = get ? pages.page(request) : Optional.empty();
    return page.orElseGet(() -> plain(path, get, post, body));
  }

  /** After success the browser returns to the page; after an error it shows the message. */
  private CompletionStage<HttpResponse> form(HttpRequest request, byte[] body) {
    if (!admin.forms()) {
      return done(403, message("The pages are read-only on this node (hydrant.inspector.forms)."));
    }
    AdminResponse answer = forms.handle(request, body);
    return answer.status() == 200
        ? shared(answer)
            .thenApply(
                shared ->
                    HttpResponse.create()
                        .withStatus(StatusCodes.SEE_OTHER)
                        .addHeader(Location.create("/_hydrant/")))
        : done(answer);
  }

  private CompletionStage<HttpResponse> plain(String path, boolean get, boolean post, byte[] body) {
    return switch (path) {
      case RequestKind.HEALTH_PATH ->
          get ? done(200, Json.object().put("status", "UP")) : notAllowed("GET");
      case RequestKind.READY_PATH -> get ? done(cluster.ready()) : notAllowed("GET");
      case ClusterRoute.PATH -> get ? done(cluster.members()) : notAllowed("GET");
      case "/_hydrant/reset" -> post ? reset() : notAllowed("POST");
      case ClockRoutes.PATH -> {
        if (get) {
          yield done(clock.now());
        }
        yield post ? shared(clock.advance(body)) : notAllowed("GET or POST");
      }
      default -> done(404, message("There is nothing at " + path + "."));
    };
  }

  /** Answers when the other nodes have the change too, so that a call to any node sees it. */
  private CompletionStage<HttpResponse> shared(AdminResponse answer) {
    return admin.cluster().replicate().thenCompose(replicated -> done(answer));
  }

  private CompletionStage<HttpResponse> reset() {
    if (admin.reset().isEmpty()) {
      return done(
          403,
          message(
              "This node is not reset: it is one of a cluster, or hydrant.reset.enabled is false."));
    }
    return admin
        .reset()
        .get()
        .get()
        .handle(
            (done, failure) ->
                failure == null
                    ? answer(200, Json.object().put("reset", true))
                    : answer(500, message("The reset did not succeed; see the node's log.")));
  }

  private static int status(ServiceError refusal) {
    return refusal.code().equals("RequestEntityTooLargeException") ? 413 : 400;
  }

  private static ObjectNode message(String text) {
    return Json.object().put("message", text);
  }

  private static CompletionStage<HttpResponse> notAllowed(String method) {
    return done(405, message("This path takes " + method + "."));
  }

  private static CompletionStage<HttpResponse> done(AdminResponse answer) {
    return done(answer.status(), answer.body());
  }

  private static CompletionStage<HttpResponse> done(int status, ObjectNode body) {
    return CompletableFuture.completedFuture(answer(status, body));
  }

  private static HttpResponse answer(int status, ObjectNode body) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(ContentTypes.APPLICATION_JSON, body + "\n");
  }
}
