package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.ListGrants;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of ListGrants. */
record ListGrantsJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListGrants";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    ListGrants list =
        new ListGrants(
            Json.integer(input, "Limit"),
            Json.text(input, "Marker"),
            Json.text(input, "GrantId"),
            Json.text(input, "GranteePrincipal"));
    return api.listGrants(caller, Json.required(input, "KeyId"), list)
        .thenApply(
            reply ->
                reply.map(
                    output -> {
                      ObjectNode json = Json.object();
                      ArrayNode grants = json.putArray("Grants");
                      output
                          .grants()
                          .forEach(grant -> grants.add(GrantsJson.write(output.arn(), grant)));
                      return Paging.write(json, output.nextMarker());
                    }));
  }
}
