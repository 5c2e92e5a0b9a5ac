package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.shape.SerializationException;
import io.hydrant.api.shape.Validator;
import io.hydrant.core.entity.Reply;
import java.util.concurrent.CompletionStage;

/** Refuses input that breaks a constraint of its shape; later steps see known members only. */
public record InputValidation(Validator validator) implements CallInterceptor {
  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    return Replies.then(checked(call.operation(), input), next::proceed);
  }

  private Reply<JsonNode> checked(String operation, JsonNode input) {
    try {
      return validator.check(operation, input);
    } catch (SerializationException e) {
      return Reply.failure(e.error());
    }
  }
}
