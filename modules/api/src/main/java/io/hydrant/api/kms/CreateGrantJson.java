package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
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
        api.createGrant(caller, Members.text(input, "KeyId"), read(input)), CreateGrantJson::write);
  }

  private static CreateGrant.Input read(JsonNode input) {
    JsonNode constraints = input.path("Constraints");
    return new CreateGrant.Input(
        Members.optionalText(input, "GranteePrincipal"),
        Members.optionalText(input, "GranteeServicePrincipal"),
        Members.optionalText(input, "RetiringPrincipal"),
        Members.optionalText(input, "RetiringServicePrincipal"),
        Members.texts(input, "Operations"),
        new GrantConstraints(
            Members.optionalMap(constraints, "EncryptionContextSubset"),
            Members.optionalMap(constraints, "EncryptionContextEquals"),
            Members.optionalText(constraints, "SourceArn")),
        Members.optionalText(input, "Name"),
        Members.isTrue(input, "DryRun"));
  }

  private static JsonNode write(CreateGrant.Output output) {
    ObjectNode out = Answers.object();
    out.put("GrantToken", output.grantToken());
    out.put("GrantId", output.grantId());
    return out;
  }
}
