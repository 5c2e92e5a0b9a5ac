package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyRotation;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** ListKeyRotations on the wire. */
record ListKeyRotationsJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListKeyRotations";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.listKeyRotations(
            caller,
            Members.text(input, "KeyId"),
            Members.optionalInteger(input, "Limit"),
            Members.optionalText(input, "Marker")),
        page -> Answers.page("Rotations", page, done -> write(Members.text(input, "KeyId"), done)));
  }

  private static JsonNode write(String keyId, KeyRotation.Done done) {
    return Answers.object()
        .put("KeyId", keyId.substring(keyId.lastIndexOf('/') + 1))
        .put("RotationDate", Answers.timestamp(done.at()))
        .put("RotationType", done.type().name());
  }
}
