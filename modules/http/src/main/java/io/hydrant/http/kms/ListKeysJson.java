package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.ListKeys;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of ListKeys. */
record ListKeysJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListKeys";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    ListKeys list = new ListKeys(Json.integer(input, "Limit"), Json.text(input, "Marker"));
    return api.listKeys(caller, list)
        .thenApply(
            reply ->
                reply.map(
                    output -> {
                      ObjectNode json = Json.object();
                      ArrayNode keys = json.putArray("Keys");
                      output
                          .keyIds()
                          .forEach(
                              id ->
                                  keys.addObject()
                                      .put("KeyId", id)
                                      .put(
                                          "KeyArn",
                                          new KeyArn(caller.region(), caller.account(), id)
                                              .toString()));
                      return Paging.write(json, output.nextMarker());
                    }));
  }
}
