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

/** Turns exceptions into errors for clients, and logs them. */
final class UnexpectedFailures {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailures.class);
  private static final String REQUEST_ID = "requestId";

  private UnexpectedFailures() {}

  static ServiceError error(UUID requestId, HttpRequest request, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String target = request.getHeader(OperationLookup.TARGET).map(HttpHeader::value).orElse("?");
    if (cause instanceof TimeoutException) {
      log(requestId, () -> LOG.warn("{} was not answered in time", target));
      return new ServiceError(
          "ServiceUnavailableException", "The request was not answered in time; try again.");
    }
    log(requestId, () -> LOG.error("{} met a bug in Hydrant", target, cause));
    return new ServiceError(
        "InternalFailure",
        "Hydrant met a bug; its log has more under request id " + requestId + ".");
  }

  /** Logs under the request's id, whether or not the thread still belongs to the request. */
  private static void log(UUID requestId, Runnable line) {
    Optional<String> before = Optional.ofNullable(MDC.get(REQUEST_ID));
    MDC.put(REQUEST_ID, requestId.toString());
    try {
      line.run();
    } finally {
      before.ifPresentOrElse(known -> MDC.put(REQUEST_ID, known), () -> MDC.remove(REQUEST_ID));
    }
  }
}
