package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.RetireGrant;
import java.util.concurrent.CompletionStage;

/** RetireGrant on the wire. */
record RetireGrantJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "RetireGrant";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(
        api.retireGrant(
            caller,
            new RetireGrant.Input(
                Json.text(input, "GrantToken"),
                Json.text(input, "KeyId"),
                Json.text(input, "GrantId"),
                Json.isTrue(input, "DryRun"))));
  }
}
