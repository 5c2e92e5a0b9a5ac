package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CancelKeyDeletion;
import java.util.concurrent.CompletionStage;

/** CancelKeyDeletion on the wire. */
record CancelKeyDeletionJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CancelKeyDeletion";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(caller, Json.required(input, "KeyId"), arn -> new CancelKeyDeletion(caller, arn)),
        arn -> Json.object().put("KeyId", arn.toString()));
  }
}
