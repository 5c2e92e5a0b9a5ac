package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GetKeyPolicy;
import io.hydrant.core.kms.PutKeyPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** PutKeyPolicy on the wire. */
record PutKeyPolicyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "PutKeyPolicy";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return PolicyJson.read(Json.required(input, "Policy"))
        .fold(
            policy ->
                Answers.empty(
                    api.onKey(
                        caller,
                        Json.required(input, "KeyId"),
                        arn ->
                            new PutKeyPolicy(
                                caller,
                                arn,
                                Json.text(input, "PolicyName").orElse(GetKeyPolicy.DEFAULT_POLICY),
                                policy,
                                Json.isTrue(input, "BypassPolicyLockoutSafetyCheck")))),
            refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)));
  }
}
