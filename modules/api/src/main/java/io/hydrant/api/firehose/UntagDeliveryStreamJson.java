package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.UntagDeliveryStream;
import java.util.concurrent.CompletionStage;

/** The JSON of UntagDeliveryStream. */
record UntagDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "UntagDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    UntagDeliveryStream untag = new UntagDeliveryStream(Json.texts(input, "TagKeys"));
    return api.untagDeliveryStream(caller, StreamNameJson.read(input), untag)
        .thenApply(reply -> reply.map(done -> Json.object()));
  }
}
