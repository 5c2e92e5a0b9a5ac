package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.ReEncrypt;
import java.util.concurrent.CompletionStage;

/** ReEncrypt on the wire. */
record ReEncryptJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ReEncrypt";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(api.reEncrypt(caller, read(input)), ReEncryptJson::write);
  }

  private static ReEncrypt.Input read(JsonNode input) {
    return new ReEncrypt.Input(
        Json.optionalBlob(input, "CiphertextBlob"),
        Json.text(input, "SourceKeyId"),
        Json.map(input, "SourceEncryptionContext"),
        Json.text(input, "SourceEncryptionAlgorithm").orElse(Encrypt.SYMMETRIC_DEFAULT),
        Json.required(input, "DestinationKeyId"),
        Json.map(input, "DestinationEncryptionContext"),
        Json.text(input, "DestinationEncryptionAlgorithm").orElse(Encrypt.SYMMETRIC_DEFAULT),
        Json.isTrue(input, "DryRun"));
  }

  private static JsonNode write(ReEncrypt.Output output) {
    ObjectNode out = Json.object();
    out.put("CiphertextBlob", Json.base64(output.ciphertextBlob()));
    out.put("SourceKeyId", output.sourceKeyId().toString());
    out.put("KeyId", output.keyId().toString());
    out.put("SourceEncryptionAlgorithm", output.sourceAlgorithm());
    out.put("DestinationEncryptionAlgorithm", output.destinationAlgorithm());
    out.put("SourceKeyMaterialId", output.sourceKeyMaterialId());
    out.put("DestinationKeyMaterialId", output.destinationKeyMaterialId());
    return out;
  }
}
