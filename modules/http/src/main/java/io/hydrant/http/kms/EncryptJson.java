package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of Encrypt. */
record EncryptJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "Encrypt";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.encrypt(
            caller,
            Json.required(input, "KeyId"),
            Json.map(input, "EncryptionContext"),
            Json.blob(input, "Plaintext"))
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("CiphertextBlob", Json.base64(output.ciphertext()))
                            .put("KeyId", output.key().toString())
                            .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")));
  }
}
