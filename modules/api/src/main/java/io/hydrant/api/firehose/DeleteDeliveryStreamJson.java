package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** The JSON of DeleteDeliveryStream. */
record DeleteDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "DeleteDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.deleteDeliveryStream(
            caller, StreamNameJson.read(input), Json.isTrue(input, "AllowForceDelete"))
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
