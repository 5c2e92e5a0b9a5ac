package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.EnableKey;
import java.util.concurrent.CompletionStage;

/** EnableKey on the wire. */
record EnableKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "EnableKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(
        api.onKey(caller, Json.required(input, "KeyId"), arn -> new EnableKey(caller, arn)));
  }
}
