package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
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
            Members.optionalText(input, "KeyId"),
            Members.optionalInteger(input, "Limit"),
            Members.optionalText(input, "Marker")),
        page -> Answers.page("Aliases", page, ListAliasesJson::write));
  }

  private static JsonNode write(KeyDirectory.Alias output) {
    ObjectNode out = Answers.object();
    out.put("AliasName", output.arn().name());
    out.put("AliasArn", output.arn().toString());
    out.put("TargetKeyId", output.targetKeyId());
    out.put("CreationDate", Answers.timestamp(output.creationDate()));
    out.put("LastUpdatedDate", Answers.timestamp(output.lastUpdatedDate()));
    return out;
  }
}
