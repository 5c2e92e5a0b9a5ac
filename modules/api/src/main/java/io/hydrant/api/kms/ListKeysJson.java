package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.ListKeys;
import java.util.concurrent.CompletionStage;

/** ListKeys on the wire. */
record ListKeysJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListKeys";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.listKeys(
            caller, new ListKeys(Json.integer(input, "Limit"), Json.text(input, "Marker"))),
        page -> Answers.page("Keys", page, ListKeysJson::write));
  }

  private static JsonNode write(KeyDirectory.Entry output) {
    ObjectNode out = Json.object();
    out.put("KeyId", output.arn().keyId());
    out.put("KeyArn", output.arn().toString());
    return out;
  }
}
