package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** EnableKeyRotation on the wire. */
record EnableKeyRotationJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "EnableKeyRotation";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.empty(
        api.enableKeyRotation(
            caller,
            Members.text(input, "KeyId"),
            Members.optionalInteger(input, "RotationPeriodInDays")));
  }
}
