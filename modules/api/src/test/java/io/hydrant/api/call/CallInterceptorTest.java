package io.hydrant.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CallInterceptorTest {
  private static final ServiceError DENIED = new ServiceError("AccessDeniedException", "No.");
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");

  private final List<String> log = new ArrayList<>();

  private static CallContext call(Optional<Caller> caller) {
    return new CallContext(
        "r", Optional.empty(), Fault.Service.FIREHOSE, "PutRecord", caller, List.of("s"), 0);
  }

  private CallInterceptor logged(String name) {
    return (call, input, next) -> {
      log.add(name);
      return next.proceed(input)
          .whenComplete((reply, failure) -> log.add(name + " " + CallOutcome.of(reply, failure)));
    };
  }

  private static CompletionStage<Reply<JsonNode>> succeed(JsonNode input) {
    return CompletableFuture.completedFuture(Reply.success(input));
  }

  @Test
  void the_first_interceptor_is_the_outermost() {
    CallInterceptor.chain(List.of(logged("one"), logged("two")))
        .intercept(call(Optional.of(CALLER)), Json.object(), CallInterceptorTest::succeed);
    assertThat(log).containsExactly("one", "two", "two OK", "one OK");
  }

  @Test
  void a_refusal_ends_the_way_and_is_seen_by_the_steps_before() {
    CallInterceptor refusing = (call, input, next) -> Replies.failure(DENIED);
    CallInterceptor.chain(List.of(logged("one"), refusing, logged("two")))
        .intercept(call(Optional.of(CALLER)), Json.object(), CallInterceptorTest::succeed);
    assertThat(log).containsExactly("one", "one AccessDeniedException");
  }

  @Test
  void an_exception_of_the_operation_reaches_the_steps_before_as_no_answer() {
    CompletionStage<Reply<JsonNode>> answer =
        CallInterceptor.chain(List.of(logged("one")))
            .intercept(
                call(Optional.of(CALLER)),
                Json.object(),
                input -> {
                  throw new IllegalStateException("a bug");
                });
    assertThat(log).containsExactly("one", "one NoAnswer");
    assertThat(answer.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void errors_of_authenticated_calls_alone_are_recorded_and_without_their_data() {
    AuditInterceptor audit =
        new AuditInterceptor((call, parameters, error) -> log.add(error.code() + parameters));
    JsonNode input = Json.object().put("KeyId", "k").put("Plaintext", "secret");
    audit.intercept(call(Optional.empty()), input, json -> Replies.failure(DENIED));
    audit.intercept(call(Optional.of(CALLER)), input, CallInterceptorTest::succeed);
    assertThat(log).isEmpty();
    audit.intercept(call(Optional.of(CALLER)), input, json -> Replies.failure(DENIED));
    assertThat(log)
        .containsExactly("AccessDeniedException{\"KeyId\":\"k\",\"Plaintext\":\"(6 characters)\"}");
  }
}
