package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Errors;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The JSON of RetireGrant. */
record RetireGrantJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "RetireGrant";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    Optional<String> grant = Json.text(input, "GrantToken").or(() -> Json.text(input, "GrantId"));
    Optional<String> key = Json.text(input, "KeyId");
    if (grant.isEmpty() || key.isEmpty()) {
      return CompletableFuture.completedFuture(
          Reply.failure(
              Errors.validation("RetireGrant needs KeyId together with GrantId or GrantToken.")));
    }
    return api.retireGrant(caller, key.get(), grant.get())
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
