package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.ListKeyPolicies;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** ListKeyPolicies on the wire. There is one policy, so there is one page. */
record ListKeyPoliciesJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListKeyPolicies";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn -> new ListKeyPolicies(caller, arn, Json.text(input, "Marker"))),
        ListKeyPoliciesJson::write);
  }

  private static JsonNode write(List<String> names) {
    ObjectNode out = Json.object();
    var list = out.putArray("PolicyNames");
    names.forEach(list::add);
    out.put("Truncated", false);
    return out;
  }
}
