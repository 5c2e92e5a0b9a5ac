package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** UpdateKeyDescription on the wire. */
record UpdateKeyDescriptionJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "UpdateKeyDescription";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(
        api.updateKeyDescription(
            caller, Members.text(input, "KeyId"), Members.text(input, "Description")));
  }
}
