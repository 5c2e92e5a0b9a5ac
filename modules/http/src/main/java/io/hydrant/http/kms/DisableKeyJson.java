package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of DisableKey. */
record DisableKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "DisableKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.disableKey(caller, Json.required(input, "KeyId"))
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
