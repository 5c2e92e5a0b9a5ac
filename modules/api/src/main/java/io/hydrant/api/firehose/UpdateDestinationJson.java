package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.UpdateDestination;
import java.util.concurrent.CompletionStage;

/** The JSON of UpdateDestination. */
record UpdateDestinationJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "UpdateDestination";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    UpdateDestination update =
        new UpdateDestination(
            Json.required(input, "CurrentDeliveryStreamVersionId"),
            Json.required(input, "DestinationId"),
            DocumentJson.structure(input));
    return api.updateDestination(caller, StreamNameJson.read(input), update)
        .thenApply(reply -> reply.map(done -> Json.object()));
  }
}
