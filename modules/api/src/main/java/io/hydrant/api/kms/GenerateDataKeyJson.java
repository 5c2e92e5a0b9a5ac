package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GenerateDataKey;
import java.util.concurrent.CompletionStage;

/** GenerateDataKey on the wire. */
record GenerateDataKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GenerateDataKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.generateDataKey(caller, Json.required(input, "KeyId"), DataKeyRequestJson.read(input)),
        GenerateDataKeyJson::write);
  }

  private static JsonNode write(GenerateDataKey.Output output) {
    ObjectNode out = Json.object();
    out.put("CiphertextBlob", Json.base64(output.ciphertextBlob()));
    out.put("Plaintext", Json.base64(output.plaintext()));
    out.put("KeyId", output.keyId().toString());
    out.put("KeyMaterialId", output.keyMaterialId());
    return out;
  }
}
