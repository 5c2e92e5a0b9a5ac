package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Encrypt;
import java.util.concurrent.CompletionStage;

/** Encrypt on the wire. */
record EncryptJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "Encrypt";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.encrypt(caller, Json.required(input, "KeyId"), read(input)), EncryptJson::write);
  }

  private static Encrypt.Input read(JsonNode input) {
    return new Encrypt.Input(
        Json.optionalBlob(input, "Plaintext").orElse(Bytes.EMPTY),
        Json.map(input, "EncryptionContext"),
        Json.text(input, "EncryptionAlgorithm").orElse(Encrypt.SYMMETRIC_DEFAULT),
        Json.isTrue(input, "DryRun"));
  }

  private static JsonNode write(Encrypt.Output output) {
    ObjectNode out = Json.object();
    out.put("CiphertextBlob", Json.base64(output.ciphertextBlob()));
    out.put("KeyId", output.keyId().toString());
    out.put("EncryptionAlgorithm", output.encryptionAlgorithm());
    return out;
  }
}
