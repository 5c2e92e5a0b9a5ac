package io.hydrant.http.firehose;

import io.hydrant.http.FirehoseApi;
import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.Json;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;
import io.hydrant.core.stream.UntagDeliveryStream;

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
