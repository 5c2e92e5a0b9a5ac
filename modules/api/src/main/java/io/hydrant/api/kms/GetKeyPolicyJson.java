package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.GetKeyPolicy;
import java.util.concurrent.CompletionStage;

/** GetKeyPolicy on the wire. */
record GetKeyPolicyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "GetKeyPolicy";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn ->
                new GetKeyPolicy(
                    caller,
                    arn,
                    Json.text(input, "PolicyName").orElse(GetKeyPolicy.DEFAULT_POLICY))),
        GetKeyPolicyJson::write);
  }

  private static JsonNode write(GetKeyPolicy.Output output) {
    ObjectNode out = Json.object();
    out.put("Policy", output.policy());
    out.put("PolicyName", output.policyName());
    return out;
  }
}
