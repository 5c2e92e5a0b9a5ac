package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GenerateDataKeyWithoutPlaintext;
import java.util.concurrent.CompletionStage;

/** GenerateDataKeyWithoutPlaintext on the wire. */
record GenerateDataKeyWithoutPlaintextJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GenerateDataKeyWithoutPlaintext";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.generateDataKeyWithoutPlaintext(
            caller, Json.required(input, "KeyId"), DataKeyRequestJson.read(input)),
        GenerateDataKeyWithoutPlaintextJson::write);
  }

  private static JsonNode write(GenerateDataKeyWithoutPlaintext.Output output) {
    ObjectNode out = Json.object();
    out.put("CiphertextBlob", Json.base64(output.ciphertextBlob()));
    out.put("KeyId", output.keyId().toString());
    out.put("KeyMaterialId", output.keyMaterialId());
    return out;
  }
}
