package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.Encrypt;
import java.util.concurrent.CompletionStage;

/** Decrypt on the wire. */
record DecryptJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "Decrypt";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(api.decrypt(caller, read(input)), DecryptJson::write);
  }

  private static Decrypt.Input read(JsonNode input) {
    return new Decrypt.Input(
        Json.optionalBlob(input, "CiphertextBlob"),
        Json.text(input, "KeyId"),
        Json.map(input, "EncryptionContext"),
        Json.text(input, "EncryptionAlgorithm").orElse(Encrypt.SYMMETRIC_DEFAULT),
        Json.isTrue(input, "DryRun"));
  }

  private static JsonNode write(Decrypt.Output output) {
    ObjectNode out = Json.object();
    out.put("KeyId", output.keyId().toString());
    out.put("Plaintext", Json.base64(output.plaintext()));
    out.put("EncryptionAlgorithm", output.encryptionAlgorithm());
    out.put("KeyMaterialId", output.keyMaterialId());
    return out;
  }
}
