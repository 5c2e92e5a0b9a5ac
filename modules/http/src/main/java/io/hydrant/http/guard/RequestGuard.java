package io.hydrant.http.guard;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.connection.ConnectionStage;
import io.hydrant.http.connection.PacedBody;
import io.hydrant.http.protocol.ProtocolErrors;
import io.hydrant.http.protocol.RequestKind;
import io.hydrant.http.site.OwnHosts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.http.javadsl.model.headers.TimeoutAccess;
import org.apache.pekko.stream.Materializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every request first: a connection must be free, no page of another site may have sent it,
 * and its body must arrive in time. Errors are written in the protocol of the request's client.
 */
public final class RequestGuard {
  private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
  private static final ServiceError FULL =
      new ServiceError(
          "ServiceUnavailable", "The node has as many open connections as it serves; try again.");
  private static final ServiceError SLOW =
      new ServiceError(
          "RequestTimeout",
          "Your socket connection to the server was not read from or written to within the timeout"
              + " period. Idle connections will be closed.");
  private static final ServiceError LATE =
      new ServiceError("ServiceUnavailable", "The request was not answered in time; try again.");
  private static final ServiceError BUG =
      new ServiceError("InternalFailure", "Hydrant met a bug; its log has more.");

  private final SiteGuard sites;
  private final Duration bodySpan;
  private final Materializer materializer;
  private final Function<HttpRequest, CompletionStage<HttpResponse>> inside;

  public RequestGuard(
      OwnHosts hosts,
      Duration bodySpan,
      Materializer materializer,
      Function<HttpRequest, CompletionStage<HttpResponse>> inside) {
    this.sites = new SiteGuard(hosts);
    this.bodySpan = bodySpan;
    this.materializer = materializer;
    this.inside = inside;
  }

  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    RequestKind kind = RequestKind.of(request);
    answerInTime(request, kind);
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    HttpRequest paced =
        paced(request, kind, () -> answer.complete(last(ProtocolErrors.of(kind, 408, SLOW))));
    Optional<HttpResponse> refusal = refusal(request, kind);
    if (refusal.isPresent()) {
      paced.discardEntityBytes(materializer);
      return CompletableFuture.completedFuture(refusal.get());
    }
    handled(paced).whenComplete((response, failure) -> settle(answer, kind, response, failure));
    return answer;
  }

  private Optional<HttpResponse> refusal(HttpRequest request, RequestKind kind) {
    if (kind != RequestKind.HEALTH && request.getAttribute(ConnectionStage.BEYOND).isPresent()) {
      return Optional.of(last(ProtocolErrors.of(kind, 503, FULL)));
    }
    return sites
        .refusal(request, kind)
        .map(why -> ProtocolErrors.of(kind, 403, new ServiceError("AccessDenied", why)));
  }

  private CompletionStage<HttpResponse> handled(HttpRequest request) {
    try {
      return inside.apply(request);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(
      CompletableFuture<HttpResponse> answer,
      RequestKind kind,
      HttpResponse response,
      Throwable failure) {
    if (failure != null) {
      if (answer.complete(ProtocolErrors.of(kind, 500, BUG))) {
        LOG.error("A request met a bug in Hydrant", failure);
      }
    } else if (!answer.complete(response)) {
      response.discardEntityBytes(materializer);
    }
  }

  /** Sets the timeout of an answer. S3 requests have none here: objects may take long. */
  private static void answerInTime(HttpRequest request, RequestKind kind) {
    request
        .getHeader(TimeoutAccess.class)
        .ifPresent(
            header -> {
              if (kind == RequestKind.S3) {
                header.timeoutAccess().updateTimeout(scala.concurrent.duration.Duration.Inf());
              } else {
                header
                    .timeoutAccess()
                    .updateHandler(late -> last(ProtocolErrors.of(kind, 503, LATE)));
              }
            });
  }

  private HttpRequest paced(HttpRequest request, RequestKind kind, Runnable tooSlow) {
    PacedBody pace = new PacedBody(bodySpan, kind != RequestKind.S3, tooSlow);
    if (request.entity() instanceof HttpEntity.Default known) {
      return request.withEntity(
          HttpEntities.create(
              known.getContentType(),
              known.getContentLengthOption().orElse(0),
              known.getDataBytes().via(pace)));
    }
    return request.entity() instanceof HttpEntity.Strict
        ? request
        : request.transformEntityDataBytes(org.apache.pekko.stream.javadsl.Flow.fromGraph(pace));
  }

  private static HttpResponse last(HttpResponse response) {
    return response.addHeader(Connection.create("close"));
  }
}
