package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.GrantRequest;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of CreateGrant. */
record CreateGrantJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CreateGrant";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    GrantRequest request =
        new GrantRequest(
            Json.text(input, "Name"),
            Json.required(input, "GranteePrincipal"),
            Json.text(input, "RetiringPrincipal"),
            Json.texts(input, "Operations"),
            Json.member(input, "Constraints")
                .map(GrantsJson::constraints)
                .orElse(GrantConstraints.NONE));
    return api.createGrant(caller, Json.required(input, "KeyId"), request)
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("GrantToken", output.grantToken())
                            .put("GrantId", output.grantId())));
  }
}
