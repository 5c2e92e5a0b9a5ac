package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.UpdateDestination;
import io.hydrant.http.DocumentJson;
import io.hydrant.http.FirehoseApi;
import io.hydrant.http.Json;
import io.hydrant.http.Operation;
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
