package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyDirectory;
import java.util.concurrent.CompletionStage;

/** ListAliases on the wire. */
record ListAliasesJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListAliases";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.listAliases(
            caller,
            Json.text(input, "KeyId"),
            Json.integer(input, "Limit"),
            Json.text(input, "Marker")),
        page -> Answers.page("Aliases", page, ListAliasesJson::write));
  }

  private static JsonNode write(KeyDirectory.Alias output) {
    ObjectNode out = Json.object();
    out.put("AliasName", output.arn().name());
    out.put("AliasArn", output.arn().toString());
    out.put("TargetKeyId", output.targetKeyId());
    out.put("CreationDate", Json.seconds(output.creationDate()));
    out.put("LastUpdatedDate", Json.seconds(output.lastUpdatedDate()));
    return out;
  }
}
