package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One step on the way of an API call: it observes the call, or refuses it, or lets it proceed. */
@FunctionalInterface
public interface CallInterceptor {
  /** The rest of the way, up to the operation itself. */
  @FunctionalInterface
  interface Next {
    CompletionStage<Reply<JsonNode>> proceed(JsonNode input);
  }

  /**
   * Answers the call.
   *
   * @param input the call's input; an empty object where it could not be read
   */
  CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next);

  /**
   * Returns one interceptor that runs these, the first one outermost. An exception of a later step
   * reaches the earlier ones as a failed stage.
   */
  static CallInterceptor chain(List<CallInterceptor> interceptors) {
    List<CallInterceptor> steps = List.copyOf(interceptors);
    return (call, input, last) -> {
      Next next = json -> caught(last, json);
      for (int index = steps.size() - 1; index >= 0; index--) {
        CallInterceptor step = steps.get(index);
        Next following = next;
        next = json -> caught(rest -> step.intercept(call, rest, following), json);
      }
      return next.proceed(input);
    };
  }

  private static CompletionStage<Reply<JsonNode>> caught(Next next, JsonNode input) {
    try {
      return next.proceed(input);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
