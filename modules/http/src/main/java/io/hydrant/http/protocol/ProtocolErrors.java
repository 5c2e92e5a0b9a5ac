package io.hydrant.http.protocol;

import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.auth.sts.Sts;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Errors outside the operations, in the form of each client's protocol. */
public final class ProtocolErrors {
  private ProtocolErrors() {}

  /**
   * @param error its code without the suffix Exception, which only AWS JSON has; must not contain
   *     client input
   */
  public static HttpResponse of(RequestKind kind, int status, ServiceError error) {
    UUID requestId = UUID.randomUUID();
    return switch (kind) {
      case HEALTH, ADMIN ->
          HttpResponse.create()
              .withStatus(StatusCodes.get(status))
              .withEntity(
                  ContentTypes.APPLICATION_JSON,
                  Json.object().put("message", error.message()) + "\n");
      case API ->
          AwsJsonResponse.failure(
                  requestId, new ServiceError(error.code() + "Exception", error.message()))
              .withStatus(StatusCodes.get(status));
      case STS -> xml(status, requestId, Sts.failure(error, requestId.toString()));
      case S3 ->
          xml(
              status,
              requestId,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                  + "<Error><Code>"
                  + error.code()
                  + "</Code><Message>"
                  + error.message()
                  + "</Message><RequestId>"
                  + requestId
                  + "</RequestId></Error>");
    };
  }

  private static HttpResponse xml(int status, UUID requestId, String body) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .addHeader(RawHeader.create("x-amz-request-id", requestId.toString()))
        .addHeader(RawHeader.create("x-amzn-RequestId", requestId.toString()))
        .withEntity(HttpEntities.create(ContentTypes.TEXT_XML_UTF8, body));
  }
}
