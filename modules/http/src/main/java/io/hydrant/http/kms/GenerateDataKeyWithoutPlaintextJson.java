package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of GenerateDataKeyWithoutPlaintext. */
record GenerateDataKeyWithoutPlaintextJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GenerateDataKeyWithoutPlaintext";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return DataKeys.generate(api, caller, input, name())
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("CiphertextBlob", Json.base64(output.ciphertext()))
                            .put("KeyId", output.key().toString())));
  }
}
