package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.TagDeliveryStream;
import java.util.concurrent.CompletionStage;

/** The JSON of TagDeliveryStream. */
record TagDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "TagDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    TagDeliveryStream tag = new TagDeliveryStream(TagsJson.read(input, "Tags"));
    return api.tagDeliveryStream(caller, StreamNameJson.read(input), tag)
        .thenApply(reply -> reply.map(done -> Json.object()));
  }
}
