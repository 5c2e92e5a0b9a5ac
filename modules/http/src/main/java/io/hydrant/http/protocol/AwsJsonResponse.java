package io.hydrant.http.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Answers of AWS JSON 1.1. */
public final class AwsJsonResponse {
  private static final ContentType JSON =
      ContentTypes.create(
          MediaTypes.customWithFixedCharset(
              "application",
              "x-amz-json-1.1",
              org.apache.pekko.http.javadsl.model.HttpCharsets.UTF_8,
              new java.util.HashMap<>(),
              false));

  private AwsJsonResponse() {}

  public static HttpResponse success(UUID requestId, JsonNode output) {
    return answer(200, requestId, output.isMissingNode() ? new byte[0] : bytes(output));
  }

  public static HttpResponse failure(UUID requestId, ServiceError error) {
    ObjectNode body = Json.object();
    body.put("__type", error.code());
    error.details().forEach(body::put);
    body.put("message", whole(error.message()));
    // Some clients take a member called code, which InvalidKMSResourceException has, for the type
    // of the error, unless this header has it.
    return answer(status(error.code()), requestId, bytes(body))
        .addHeader(RawHeader.create("x-amzn-ErrorType", error.code()));
  }

  private static int status(String code) {
    return switch (code) {
      case "InternalFailure", "KMSInternalException" -> 500;
      case "ServiceUnavailableException", "DependencyTimeoutException" -> 503;
      case "RequestEntityTooLargeException" -> 413;
      default -> 400;
    };
  }

  private static HttpResponse answer(int status, UUID requestId, byte[] body) {
    String extended =
        Base64.getEncoder()
            .encodeToString(requestId.toString().getBytes(StandardCharsets.US_ASCII));
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .addHeader(RawHeader.create("x-amzn-RequestId", requestId.toString()))
        .addHeader(RawHeader.create("x-amz-id-2", extended))
        .withEntity(HttpEntities.create(JSON, body));
  }

  /** A header may hold half a surrogate pair, which JSON in UTF-8 cannot. */
  private static String whole(String message) {
    return new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return Json.MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
