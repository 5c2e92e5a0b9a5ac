package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.Alias;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of ListAliases. */
record ListAliasesJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListAliases";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.listAliases(
            caller,
            Json.text(input, "KeyId"),
            Json.integer(input, "Limit"),
            Json.text(input, "Marker"))
        .thenApply(
            reply ->
                reply.map(
                    output -> {
                      ObjectNode json = Json.object();
                      ArrayNode aliases = json.putArray("Aliases");
                      for (Alias alias : output.aliases()) {
                        aliases
                            .addObject()
                            .put("AliasName", alias.name())
                            .put(
                                "AliasArn",
                                "arn:aws:kms:"
                                    + caller.region()
                                    + ":"
                                    + caller.account()
                                    + ":"
                                    + alias.name())
                            .put("TargetKeyId", alias.keyId())
                            .put("CreationDate", Json.seconds(alias.createdAt()))
                            .put("LastUpdatedDate", Json.seconds(alias.createdAt()));
                      }
                      return Paging.write(json, output.nextMarker());
                    }));
  }
}
