package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** DeleteAlias on the wire. */
record DeleteAliasJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "DeleteAlias";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(api.deleteAlias(caller, Json.required(input, "AliasName")));
  }
}
