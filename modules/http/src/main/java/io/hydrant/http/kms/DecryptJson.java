package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Errors;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The JSON of Decrypt. */
record DecryptJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "Decrypt";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    if (Json.text(input, "CiphertextBlob").isEmpty()) {
      return CompletableFuture.completedFuture(
          Reply.failure(Errors.validation("CiphertextBlob is required.")));
    }
    return api.decrypt(
            caller,
            Json.text(input, "KeyId"),
            Json.map(input, "EncryptionContext"),
            Json.blob(input, "CiphertextBlob"))
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("KeyId", output.key().toString())
                            .put("Plaintext", Json.base64(output.plaintext()))
                            .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")));
  }
}
