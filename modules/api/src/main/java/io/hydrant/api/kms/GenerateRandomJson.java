package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KmsErrors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** GenerateRandom on the wire. */
record GenerateRandomJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GenerateRandom";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Json.integer(input, "NumberOfBytes")
        .map(
            bytes ->
                Answers.json(
                    api.generateRandom(caller, bytes),
                    random -> Json.object().put("Plaintext", Json.base64(random))))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    Reply.failure(KmsErrors.missing("numberOfBytes"))));
  }
}
