package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KmsErrors;
import io.hydrant.core.kms.ListGrants;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** ListGrants on the wire. */
record ListGrantsJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListGrants";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    if (input.has("GranteePrincipal") && input.has("GranteeServicePrincipal")) {
      return CompletableFuture.completedFuture(Reply.failure(KmsErrors.onePrincipal("grantee")));
    }
    return Answers.json(
        api.onKey(
            caller, Json.required(input, "KeyId"), arn -> new ListGrants(caller, arn, read(input))),
        output ->
            Answers.page("Grants", output.grants(), grant -> GrantJson.write(output.key(), grant)));
  }

  private static ListGrants.Input read(JsonNode input) {
    return new ListGrants.Input(
        Json.integer(input, "Limit"),
        Json.text(input, "Marker"),
        Json.text(input, "GrantId"),
        Json.text(input, "GranteePrincipal").or(() -> Json.text(input, "GranteeServicePrincipal")));
  }
}
