package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.port.FaultControl;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import java.util.concurrent.CompletionStage;

/** Applies the configured faults to clients' calls: a delay, an error, or both. */
public record FaultInjection(FaultControl faults) implements CallInterceptor {
  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    return faults
        .meet(
            new CallDescription(
                call.service(), call.operation(), Fault.By.CLIENT, call.resources(), false))
        .thenCompose(
            error ->
                error
                    .<CompletionStage<Reply<JsonNode>>>map(Replies::failure)
                    .orElseGet(() -> next.proceed(input)));
  }
}
