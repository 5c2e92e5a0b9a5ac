package io.hydrant.http.api;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.protocol.AwsJsonResponse;
import java.util.UUID;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.model.ErrorInfo;
import org.apache.pekko.http.scaladsl.model.StatusCode;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;

/**
 * Answers malformed HTTP, which never becomes a request, like an operation's error. Pekko makes an
 * instance of the class that {@code hydrant-http.conf} names.
 */
public final class MalformedRequests extends ParsingErrorHandler {
  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    // The summary is for clients; the detail repeats what they sent.
    ServiceError refusal = new ServiceError("MalformedHttpRequestException", error.summary());
    return AwsJsonResponse.failure(UUID.randomUUID(), refusal).withStatus(status);
  }
}
