package io.hydrant.http.api;

import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls that came to no answer: what the client gets, and what the log says. */
final class UnexpectedFailures {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);
  private static final String REQUEST_ID = "requestId";

  private UnexpectedFailures() {}

  static ServiceError refusal(UUID requestId, HttpRequest request, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String target = request.getHeader("X-Amz-Target").map(HttpHeader::value).orElse("?");
    if (cause instanceof TimeoutException) {
      line(requestId, () -> LOG.warn("{} was not answered in time", target));
      return new ServiceError(
          "ServiceUnavailableException", "The request was not answered in time; try again.");
    }
    line(requestId, () -> LOG.error("{} met a bug in Hydrant", target, cause));
    return new ServiceError(
        "InternalFailure",
        "Hydrant met a bug; its log has more under request id " + requestId + ".");
  }

  /** The thread may have left the call that the watch surrounds, or not. */
  private static void line(UUID requestId, Runnable log) {
    Optional<String> before = Optional.ofNullable(MDC.get(REQUEST_ID));
    MDC.put(REQUEST_ID, requestId.toString());
    try {
      log.run();
    } finally {
      before.ifPresentOrElse(known -> MDC.put(REQUEST_ID, known), () -> MDC.remove(REQUEST_ID));
    }
  }
}
