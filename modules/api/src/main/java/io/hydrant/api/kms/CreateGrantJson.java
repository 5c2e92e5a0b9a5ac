package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.GrantConstraints;
import java.util.concurrent.CompletionStage;

/** CreateGrant on the wire. */
record CreateGrantJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CreateGrant";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.createGrant(caller, Json.required(input, "KeyId"), read(input)),
        CreateGrantJson::write);
  }

  private static CreateGrant.Input read(JsonNode input) {
    JsonNode constraints = input.path("Constraints");
    return new CreateGrant.Input(
        Json.text(input, "GranteePrincipal"),
        Json.text(input, "GranteeServicePrincipal"),
        Json.text(input, "RetiringPrincipal"),
        Json.text(input, "RetiringServicePrincipal"),
        Json.texts(input, "Operations"),
        new GrantConstraints(
            Json.optionalMap(constraints, "EncryptionContextSubset"),
            Json.optionalMap(constraints, "EncryptionContextEquals"),
            Json.text(constraints, "SourceArn")),
        Json.text(input, "Name"),
        Json.isTrue(input, "DryRun"));
  }

  private static JsonNode write(CreateGrant.Output output) {
    ObjectNode out = Json.object();
    out.put("GrantToken", output.grantToken());
    out.put("GrantId", output.grantId());
    return out;
  }
}
