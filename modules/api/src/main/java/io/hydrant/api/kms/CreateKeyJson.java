package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyUsage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** CreateKey on the wire. */
record CreateKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CreateKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    Reply<Optional<KeyPolicy>> policy =
        Json.text(input, "Policy")
            .map(text -> PolicyJson.read(text).map(Optional::of))
            .orElseGet(() -> Reply.success(Optional.empty()));
    return policy.fold(
        given -> Answers.json(api.createKey(caller, read(input, given)), KeyMetadataJson::output),
        refusal -> CompletableFuture.completedFuture(Reply.failure(refusal)));
  }

  private static CreateKey.Input read(JsonNode input, Optional<KeyPolicy> policy) {
    return new CreateKey.Input(
        policy,
        Json.text(input, "Description").orElse(""),
        Json.text(input, "KeyUsage").map(KeyUsage::valueOf),
        Json.text(input, "KeySpec").map(KeySpec::valueOf),
        Json.text(input, "CustomerMasterKeySpec").map(KeySpec::valueOf),
        Json.text(input, "Origin").map(KeyOrigin::valueOf).orElse(KeyOrigin.AWS_KMS),
        Json.isTrue(input, "MultiRegion"),
        Json.isTrue(input, "BypassPolicyLockoutSafetyCheck"),
        TagsJson.read(input));
  }
}
