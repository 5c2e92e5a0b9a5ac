package io.hydrant.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Answers requests while the runtime is starting: 503, after which SDKs retry. */
final class StartingResponder {
  private StartingResponder() {}

  static CompletionStage<HttpResponse> answer(HttpRequest request) {
    boolean health = request.getUri().path().equals("/_hydrant/health");
    return CompletableFuture.completedFuture(
        health
            ? HttpResponse.create()
                .withEntity(ContentTypes.APPLICATION_JSON, "{\"status\":\"UP\"}\n")
            : HttpResponse.create()
                .withStatus(StatusCodes.SERVICE_UNAVAILABLE)
                .withEntity(
                    ContentTypes.APPLICATION_JSON,
                    "{\"__type\":\"ServiceUnavailableException\",\"message\":\"The node is"
                        + " starting; try again.\"}\n"));
  }
}
