package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** RotateKeyOnDemand on the wire. */
record RotateKeyOnDemandJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "RotateKeyOnDemand";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.rotateKeyOnDemand(caller, Members.text(input, "KeyId")),
        arn -> Answers.object().put("KeyId", arn.toString()));
  }
}
