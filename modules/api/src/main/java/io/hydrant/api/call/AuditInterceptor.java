package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import java.util.concurrent.CompletionStage;

/** Records authenticated calls that are answered with an error. */
public record AuditInterceptor(AuditLog log) implements CallInterceptor {
  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    return next.proceed(input)
        .thenApply(
            reply -> {
              if (reply instanceof Reply.Failure<JsonNode> failure && call.caller().isPresent()) {
                log.record(call, ParameterRedaction.of(input), failure.error());
              }
              return reply;
            });
  }
}
