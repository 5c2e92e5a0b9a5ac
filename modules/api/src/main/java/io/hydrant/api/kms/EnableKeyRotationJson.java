package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.EnableKeyRotation;
import java.util.concurrent.CompletionStage;

/** EnableKeyRotation on the wire. */
record EnableKeyRotationJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "EnableKeyRotation";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn ->
                new EnableKeyRotation(caller, arn, Json.integer(input, "RotationPeriodInDays"))));
  }
}
