package io.hydrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.shape.SerializationException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AWS JSON 1.1: from a request to an operation and back. Nothing a client sends makes it fail. */
final class ApiHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  /** A longer target is not repeated in a message. */
  private static final int TARGET_CHARS_MAX = 128;

  private final Map<String, Service> services;
  private final Callers callers;
  private final RequestBodies bodies;
  private final Executor executor;
  private final FaultControl faults;
  private final ApiRates rates;
  private final RefusedCalls refusals;
  private final CallMeter meter;

  ApiHandler(
      Map<String, Service> services,
      Callers callers,
      RequestBodies bodies,
      Executor executor,
      FaultControl faults,
      ApiRates rates,
      RefusedCalls refusals,
      CallMeter meter) {
    this.meter = meter;
    this.refusals = refusals;
    this.faults = faults;
    this.rates = rates;
    this.services = services;
    this.callers = callers;
    this.bodies = bodies;
    this.executor = executor;
  }

  CompletionStage<HttpResponse> handle(HttpRequest request) {
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
                    : Reply.<JsonNode>failure(unexpected(requestId, request, failure)))
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
    Optional<Operation> operation =
        service.flatMap(s -> Optional.ofNullable(s.operations().get(target.substring(dot + 1))));
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
                invoke(service.get(), operation.get(), caller.during(requestId.toString()), body),
            refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)));
  }

  private CompletionStage<Reply<JsonNode>> invoke(
      Service service, Operation operation, Caller caller, byte[] body) {
    long start = System.nanoTime();
    return parsed(service, operation, caller, body)
        .whenComplete(
            (reply, failure) ->
                meter.answered(
                    service.name().name(),
                    operation.name(),
                    failure == null
                        ? reply.fold(done -> "OK", refusal -> refusal.code())
                        : "NoAnswer",
                    System.nanoTime() - start));
  }

  private CompletionStage<Reply<JsonNode>> parsed(
      Service service, Operation operation, Caller caller, byte[] body) {
    try {
      JsonNode input = RequestJson.parse(body);
      return run(service, operation, caller, input)
          .thenApply(reply -> noted(service, operation, caller, input, reply));
    } catch (SerializationException e) {
      return refused("SerializationException", e.getMessage())
          .thenApply(reply -> noted(service, operation, caller, Json.object(), reply));
    }
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
      Service service, Operation operation, Caller caller, JsonNode input, Reply<JsonNode> reply) {
    if (reply instanceof Reply.Failure<JsonNode> failure) {
      refusals.note(
          new RefusedCall(
              caller.requestId().orElse(""),
              service.name().name(),
              operation.name(),
              caller,
              service.call(operation, input).resources(),
              SafeParameters.of(input),
              failure.refusal()));
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
    return CompletableFuture.completedFuture(Reply.failure(new Refusal(code, message)));
  }

  private static Refusal unexpected(UUID requestId, HttpRequest request, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String target = request.getHeader("X-Amz-Target").map(HttpHeader::value).orElse("?");
    if (cause instanceof TimeoutException) {
      LOG.atWarn().addKeyValue("requestId", requestId).log("{} was not answered in time", target);
      return new Refusal(
          "ServiceUnavailableException", "The request was not answered in time; try again.");
    }
    LOG.atError()
        .addKeyValue("requestId", requestId)
        .setCause(cause)
        .log("{} met a bug in Hydrant", target);
    return new Refusal(
        "InternalFailure",
        "Hydrant met a bug; its log has more under request id " + requestId + ".");
  }
}
