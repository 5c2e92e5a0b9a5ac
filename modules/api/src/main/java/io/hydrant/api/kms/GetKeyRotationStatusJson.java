package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GetKeyRotationStatus;
import java.util.concurrent.CompletionStage;

/** GetKeyRotationStatus on the wire. */
record GetKeyRotationStatusJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GetKeyRotationStatus";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller, Json.required(input, "KeyId"), arn -> new GetKeyRotationStatus(caller, arn)),
        GetKeyRotationStatusJson::write);
  }

  private static JsonNode write(GetKeyRotationStatus.Output output) {
    ObjectNode out = Json.object();
    out.put("KeyId", output.keyId().toString());
    out.put("KeyRotationEnabled", output.automatic().isPresent());
    output
        .automatic()
        .ifPresent(
            automatic -> {
              out.put("RotationPeriodInDays", automatic.periodInDays());
              out.put("NextRotationDate", Json.seconds(automatic.next()));
            });
    return out;
  }
}
