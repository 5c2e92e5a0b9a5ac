package io.hydrant.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.ApiRateLimiter;
import io.hydrant.api.call.AuditLog;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.CallMetrics;
import io.hydrant.api.call.FailedCall;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.ParameterRedaction;
import io.hydrant.api.call.Service;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.shape.RequestJson;
import io.hydrant.api.shape.SerializationException;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.http.auth.Authenticator;
import io.hydrant.http.body.RequestBodies;
import io.hydrant.http.protocol.AwsJsonResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** AWS JSON 1.1: from a request to an operation and back. Nothing a client sends makes it fail. */
public final class AwsJsonHandler {
  /** A longer target is not repeated in a message. */
  private static final int TARGET_CHARS_MAX = 128;

  private final Map<String, Service> services;
  private final Authenticator callers;
  private final RequestBodies bodies;
  private final Executor executor;
  private final FaultControl faults;
  private final ApiRateLimiter rates;
  private final AuditLog refusals;
  private final CallMetrics meter;
  private final CallInterceptor watch;

  public AwsJsonHandler(
      Map<String, Service> services,
      Authenticator callers,
      RequestBodies bodies,
      Executor executor,
      FaultControl faults,
      ApiRateLimiter rates,
      AuditLog refusals,
      CallMetrics meter,
      CallInterceptor watch) {
    this.watch = watch;
    this.meter = meter;
    this.refusals = refusals;
    this.faults = faults;
    this.rates = rates;
    this.services = services;
    this.callers = callers;
    this.bodies = bodies;
    this.executor = executor;
  }

  public CompletionStage<HttpResponse> handle(HttpRequest request) {
    UUID requestId = UUID.randomUUID();
    return bodies
        .read(request)
        .thenComposeAsync(
            read ->
                read.fold(
                    body -> decoded(requestId, request, body),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))),
            executor)
        .handle(
            (reply, failure) ->
                failure == null
                    ? reply
                    : Reply.<JsonNode>failure(
                        UnexpectedFailures.refusal(requestId, request, failure)))
        .thenApply(
            reply ->
                reply.fold(
                    output -> AwsJsonResponse.success(requestId, output),
                    refusal -> AwsJsonResponse.failure(requestId, refusal)));
  }

  private CompletionStage<Reply<JsonNode>> decoded(
      UUID requestId, HttpRequest request, byte[] body) {
    return bodies
        .decoded(request, body)
        .fold(
            decoded -> answer(requestId, request, body, decoded),
            refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)));
  }

  private CompletionStage<Reply<JsonNode>> answer(
      UUID requestId, HttpRequest request, byte[] sent, byte[] body) {
    if (!request.method().equals(HttpMethods.POST)) {
      return refused("UnknownOperationException", "The API takes POST requests only.");
    }
    String target = request.getHeader("X-Amz-Target").map(HttpHeader::value).orElse("");
    int dot = target.indexOf('.');
    Optional<Service> service =
        Optional.ofNullable(services.get(dot < 0 ? "" : target.substring(0, dot)));
    String name = target.substring(dot + 1);
    Optional<Operation> operation =
        service.flatMap(s -> Optional.ofNullable(s.operations().get(name)));
    if (service.isPresent() && service.get().unbuilt().contains(name)) {
      return refused(
          "UnsupportedOperationException",
          "Hydrant does not support the operation " + name + " of " + service.get().name() + ".");
    }
    if (operation.isEmpty()) {
      return refused(
          "UnknownOperationException",
          target.isEmpty()
              ? "The request names no operation: the header X-Amz-Target is missing."
              : "There is no operation " + shown(target) + ".");
    }
    return callers
        .of(request, sent, service.get().signingName())
        .fold(
            caller ->
                invoke(
                    service.get(),
                    operation.get(),
                    caller.forRequest(requestId.toString()),
                    traceparent(request),
                    body),
            refusal ->
                watch.watched(
                    new CallContext(
                        requestId.toString(),
                        traceparent(request),
                        service.get().name().name(),
                        operation.get().name(),
                        List.of()),
                    () -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }

  private static Optional<String> traceparent(HttpRequest request) {
    return request.getHeader("traceparent").map(HttpHeader::value);
  }

  private CompletionStage<Reply<JsonNode>> invoke(
      Service service,
      Operation operation,
      Caller caller,
      Optional<String> traceparent,
      byte[] body) {
    long start = System.nanoTime();
    Reply<JsonNode> input = parsed(service, operation, body);
    JsonNode told = input.fold(json -> json, refusal -> Json.object());
    CallContext call =
        new CallContext(
            caller.requestId().orElse(""),
            traceparent,
            service.name().name(),
            operation.name(),
            service.call(operation, told).resources());
    return watch
        .watched(
            call,
            () ->
                input.fold(
                    json -> taken(service, operation, caller, json),
                    refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))))
        .thenApply(reply -> noted(call, caller, told, reply))
        .whenComplete(
            (reply, failure) ->
                meter.answered(
                    call.service(),
                    call.operation(),
                    failure == null
                        ? reply.fold(done -> "OK", refusal -> refusal.code())
                        : "NoAnswer",
                    System.nanoTime() - start));
  }

  private static Reply<JsonNode> parsed(Service service, Operation operation, byte[] body) {
    try {
      return Reply.success(RequestJson.parse(body, service.reader(), operation.name()));
    } catch (SerializationException e) {
      return unreadable(e);
    }
  }

  /** What is JSON of the right shape may still hold what cannot be read. */
  private CompletionStage<Reply<JsonNode>> taken(
      Service service, Operation operation, Caller caller, JsonNode input) {
    try {
      return run(service, operation, caller, input);
    } catch (SerializationException e) {
      return CompletableFuture.completedFuture(unreadable(e));
    }
  }

  private static Reply<JsonNode> unreadable(SerializationException e) {
    return Reply.failure(new ServiceError("SerializationException", e.getMessage()));
  }

  private CompletionStage<Reply<JsonNode>> run(
      Service service, Operation operation, Caller caller, JsonNode input) {
    return rates
        .refusal(service, operation, caller)
        .map(Reply::<JsonNode>failure)
        .orElseGet(() -> service.validator().check(operation.name(), input))
        .fold(
            sound ->
                service
                    .access()
                    .refusal(caller, operation.name(), sound)
                    .<CompletionStage<Reply<JsonNode>>>map(
                        denied -> CompletableFuture.completedFuture(Reply.failure(denied)))
                    .orElseGet(() -> unlessStruck(service, operation, caller, sound)),
            refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)));
  }

  private Reply<JsonNode> noted(
      CallContext call, Caller caller, JsonNode input, Reply<JsonNode> reply) {
    if (reply instanceof Reply.Failure<JsonNode> failure) {
      refusals.note(
          new FailedCall(
              call.requestId(),
              call.service(),
              call.operation(),
              caller,
              call.resources(),
              ParameterRedaction.of(input),
              failure.error()));
    }
    return reply;
  }

  private CompletionStage<Reply<JsonNode>> unlessStruck(
      Service service, Operation operation, Caller caller, JsonNode input) {
    return faults
        .meet(service.call(operation, input))
        .thenCompose(
            error ->
                error
                    .<CompletionStage<Reply<JsonNode>>>map(
                        refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)))
                    .orElseGet(() -> operation.handle(caller, input)));
  }

  private static String shown(String target) {
    return target.length() <= TARGET_CHARS_MAX ? target : "of so long a name";
  }

  private static CompletionStage<Reply<JsonNode>> refused(String code, String message) {
    return CompletableFuture.completedFuture(Reply.failure(new ServiceError(code, message)));
  }
}
