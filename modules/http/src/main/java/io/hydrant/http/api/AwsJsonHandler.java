package io.hydrant.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.Replies;
import io.hydrant.api.call.Service;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.Authenticator;
import io.hydrant.http.body.RequestBodies;
import io.hydrant.http.protocol.AwsJsonResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/**
 * AWS JSON 1.1: reads a request, finds its operation, authenticates the caller, runs the observers,
 * the service's checks and the operation, and writes the response. Nothing that a client sends
 * makes it fail.
 */
public final class AwsJsonHandler {
  private final OperationLookup operations;
  private final Authenticator authenticator;
  private final RequestBodies bodies;
  private final Executor executor;
  private final CallInterceptor observers;

  /**
   * @param observers see every call of an operation that exists, also one that is not authenticated
   */
  public AwsJsonHandler(
      List<Service> services,
      Authenticator authenticator,
      RequestBodies bodies,
      Executor executor,
      List<CallInterceptor> observers) {
    this.operations = new OperationLookup(services);
    this.authenticator = authenticator;
    this.bodies = bodies;
    this.executor = executor;
    this.observers = CallInterceptor.chain(observers);
  }

  /** Answers the request; the stage never fails. */
  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    UUID requestId = UUID.randomUUID();
    return bodies
        .read(request)
        .thenComposeAsync(
            read -> Replies.then(read, body -> answer(requestId, request, body)), executor)
        .exceptionally(
            failure -> Reply.failure(UnexpectedFailures.error(requestId, request, failure)))
        .thenApply(
            reply ->
                reply.fold(
                    output -> AwsJsonResponse.success(requestId, output),
                    error -> AwsJsonResponse.failure(requestId, error)));
  }

  private CompletionStage<Reply<JsonNode>> answer(
      UUID requestId, HttpRequest request, byte[] sent) {
    return Replies.then(
        bodies.decoded(request, sent),
        body ->
            Replies.then(
                operations.find(request),
                found -> {
                  Reply<Caller> caller =
                      authenticator.of(request, sent, found.service().signingName());
                  return call(requestId.toString(), request, body, found, caller);
                }));
  }

  /** The observers see an empty input where the caller is unknown or the body is unreadable. */
  private CompletionStage<Reply<JsonNode>> call(
      String requestId,
      HttpRequest request,
      byte[] body,
      OperationLookup.Found found,
      Reply<Caller> caller) {
    long start = System.nanoTime();
    Service service = found.service();
    Reply<JsonNode> input =
        caller.flatMap(known -> service.reader().read(found.operation().name(), body));
    JsonNode observed = input.fold(json -> json, error -> Json.object());
    CallContext call =
        new CallContext(
            requestId,
            request.getHeader("traceparent").map(HttpHeader::value),
            service.name(),
            found.operation().name(),
            caller.fold(
                known -> Optional.of(known.forRequest(requestId)), error -> Optional.empty()),
            Service.resources(observed),
            start);
    return observers.intercept(
        call,
        observed,
        same ->
            Replies.then(
                input,
                json ->
                    service
                        .checks()
                        .intercept(
                            call,
                            json,
                            valid -> found.operation().handle(call.authenticatedCaller(), valid))));
  }
}
