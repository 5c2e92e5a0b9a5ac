package io.hydrant.http.api;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.protocol.AwsJsonResponse;
import io.hydrant.s3.error.AddressErrors;
import io.hydrant.s3.operation.ErrorAnswers;
import java.util.UUID;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.ParsingErrorHandler;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
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
    if (isOfS3(error)) {
      return invalidUri(status);
    }
    // The summary is for clients; the detail repeats what they sent.
    ServiceError refusal = new ServiceError("MalformedHttpRequestException", error.summary());
    return AwsJsonResponse.failure(UUID.randomUUID(), refusal).withStatus(status);
  }

  /** Calls of the API have the address {@code /}: a client of S3 sent what is no address. */
  private static boolean isOfS3(ErrorInfo error) {
    return error.summary().startsWith("Illegal request-target")
        || error.summary().startsWith("URI length exceeds");
  }

  private static HttpResponse invalidUri(StatusCode status) {
    String requestId = UUID.randomUUID().toString();
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(
            ContentTypes.create(MediaTypes.APPLICATION_XML, HttpCharsets.UTF_8),
            ErrorAnswers.document(AddressErrors.invalidUri(), "", requestId));
  }
}
