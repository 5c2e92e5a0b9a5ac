package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.ScheduleKeyDeletion;
import java.util.concurrent.CompletionStage;

/** ScheduleKeyDeletion on the wire. */
record ScheduleKeyDeletionJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ScheduleKeyDeletion";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn ->
                new ScheduleKeyDeletion(caller, arn, Json.integer(input, "PendingWindowInDays"))),
        ScheduleKeyDeletionJson::write);
  }

  private static JsonNode write(ScheduleKeyDeletion.Output output) {
    ObjectNode out = Json.object();
    out.put("KeyId", output.keyId().toString());
    out.put("DeletionDate", Json.seconds(output.deletionDate()));
    out.put("KeyState", output.keyState().wireName());
    out.put("PendingWindowInDays", output.pendingWindowInDays());
    return out;
  }
}
