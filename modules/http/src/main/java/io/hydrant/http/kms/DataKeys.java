package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Errors;
import io.hydrant.core.kms.GeneratedDataKey;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What both GenerateDataKey operations take: KeySpec or NumberOfBytes, one of them. */
final class DataKeys {
  private static final int AES_256_BYTES = 32;
  private static final int AES_128_BYTES = 16;

  private DataKeys() {}

  static CompletionStage<Reply<GeneratedDataKey>> generate(
      KmsApi api, Caller caller, JsonNode input, String operation) {
    Optional<String> spec = Json.text(input, "KeySpec");
    Optional<Integer> bytes = Json.integer(input, "NumberOfBytes");
    if (spec.isPresent() == bytes.isPresent()) {
      return CompletableFuture.completedFuture(
          Reply.failure(Errors.validation("Please specify either number of bytes or key spec.")));
    }
    int size =
        spec.map(name -> name.equals("AES_256") ? AES_256_BYTES : AES_128_BYTES)
            .or(() -> bytes)
            .orElseThrow();
    return api.generateDataKey(
        caller,
        Json.required(input, "KeyId"),
        operation,
        Json.map(input, "EncryptionContext"),
        size);
  }
}
