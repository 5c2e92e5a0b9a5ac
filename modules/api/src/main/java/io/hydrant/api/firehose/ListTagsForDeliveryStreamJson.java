package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.ListTagsForDeliveryStream;
import java.util.concurrent.CompletionStage;

/** The JSON of ListTagsForDeliveryStream. */
record ListTagsForDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "ListTagsForDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    ListTagsForDeliveryStream list =
        new ListTagsForDeliveryStream(
            Json.text(input, "ExclusiveStartTagKey"), Json.integer(input, "Limit"));
    return api.listTagsForDeliveryStream(caller, StreamNameJson.read(input), list)
        .thenApply(
            reply ->
                reply.map(
                    output -> {
                      ObjectNode json = Json.object();
                      json.set("Tags", TagsJson.write(output.tags()));
                      return json.put("HasMoreTags", output.hasMoreTags());
                    }));
  }
}
