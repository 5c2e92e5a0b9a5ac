package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** DisableKey on the wire. */
record DisableKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "DisableKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(api.disableKey(caller, Members.text(input, "KeyId")));
  }
}
