package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.ListKeyRotations;
import java.util.concurrent.CompletionStage;

/** ListKeyRotations on the wire. */
record ListKeyRotationsJson(KmsApi api) implements Operation {
  private static final String ALL = "ALL_KEY_MATERIAL";

  @Override
  public String name() {
    return "ListKeyRotations";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn ->
                new ListKeyRotations(
                    caller,
                    arn,
                    Json.text(input, "IncludeKeyMaterial").filter(ALL::equals).isPresent(),
                    Json.integer(input, "Limit"),
                    Json.text(input, "Marker"))),
        page -> Answers.page("Rotations", page, ListKeyRotationsJson::write));
  }

  /** RotationsListEntry, without the members that imported material alone has. */
  private static JsonNode write(ListKeyRotations.Entry entry) {
    ObjectNode out = Json.object();
    out.put("KeyId", entry.key().keyId());
    out.put("KeyMaterialId", entry.materialId());
    out.put("KeyMaterialState", entry.current() ? "CURRENT" : "NON_CURRENT");
    entry
        .rotation()
        .ifPresent(
            done -> {
              out.put("RotationDate", Json.seconds(done.at()));
              out.put("RotationType", done.type().name());
            });
    return out;
  }
}
