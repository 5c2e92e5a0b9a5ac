package io.hydrant.http.api;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.http.auth.Authenticator;
import io.hydrant.http.auth.sts.Form;
import io.hydrant.http.auth.sts.Sts;
import io.hydrant.http.body.RequestBodies;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Answers STS requests in the query protocol: a form in, XML out. */
public final class StsHandler {
  private static final String SIGNING_NAME = "sts";

  private final Sts sts;
  private final Authenticator authenticator;
  private final RequestBodies bodies;

  public StsHandler(Sts sts, Authenticator authenticator, RequestBodies bodies) {
    this.sts = sts;
    this.authenticator = authenticator;
    this.bodies = bodies;
  }

  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    String requestId = UUID.randomUUID().toString();
    return bodies
        .read(request)
        .thenApply(read -> read.flatMap(body -> answer(request, body, requestId)))
        .thenApply(
            reply ->
                reply.fold(
                    xml -> response(200, requestId, xml),
                    error -> failure(inQueryProtocol(error), requestId)));
  }

  private Reply<String> answer(HttpRequest request, byte[] body, String requestId) {
    return bodies
        .decoded(request, body)
        .flatMap(
            decoded ->
                authenticator
                    .of(request, body, SIGNING_NAME)
                    .flatMap(
                        caller ->
                            Form.read(decoded)
                                .flatMap(form -> sts.answer(caller, form, requestId))));
  }

  /** Renames the errors that every service has: the query protocol names them differently. */
  private static ServiceError inQueryProtocol(ServiceError error) {
    String code =
        switch (error.code()) {
          case "InvalidSignatureException" -> "SignatureDoesNotMatch";
          case "UnrecognizedClientException" -> "InvalidClientTokenId";
          case "SerializationException" -> "MalformedQueryString";
          default -> error.code().replaceFirst("Exception$", "");
        };
    return new ServiceError(code, error.message());
  }

  private static HttpResponse failure(ServiceError error, String requestId) {
    int status =
        switch (error.code()) {
          case "AccessDenied",
              "ExpiredToken",
              "InvalidClientTokenId",
              "MissingAuthenticationToken",
              "SignatureDoesNotMatch" ->
              403;
          case "RequestEntityTooLarge" -> 413;
          default -> 400;
        };
    return response(status, requestId, Sts.failure(error, requestId));
  }

  private static HttpResponse response(int status, String requestId, String xml) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .addHeader(RawHeader.create("x-amzn-RequestId", requestId))
        .withEntity(HttpEntities.create(ContentTypes.TEXT_XML_UTF8, xml));
  }
}
