package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An operation behind the checks that are the same for all: unbuilt members and grant tokens. */
record CheckedOperation(Operation operation, KmsApi api) implements Operation {
  private static final String GRANT_TOKENS = "GrantTokens";

  @Override
  public String name() {
    return operation.name();
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    Optional<ServiceError> unbuilt = UnbuiltMembers.refusal(input);
    if (unbuilt.isPresent()) {
      return CompletableFuture.completedFuture(Reply.failure(unbuilt.get()));
    }
    List<String> tokens = Json.texts(input, GRANT_TOKENS);
    return tokens.isEmpty()
        ? operation.handle(caller, input)
        : api.checkGrantTokens(caller, tokens)
            .thenCompose(
                reply ->
                    reply.fold(
                        valid -> operation.handle(caller, input),
                        refusal -> CompletableFuture.completedFuture(Reply.failure(refusal))));
  }
}
