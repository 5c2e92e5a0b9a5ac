package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** The JSON of ListDeliveryStreams. */
record ListDeliveryStreamsJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "ListDeliveryStreams";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    ListDeliveryStreams list =
        new ListDeliveryStreams(
            Json.integer(input, "Limit"),
            Json.text(input, "DeliveryStreamType").map(DeliveryStreamType::of),
            Json.text(input, "ExclusiveStartDeliveryStreamName"));
    return api.listDeliveryStreams(caller, list)
        .thenApply(
            reply ->
                reply.map(
                    output -> {
                      ObjectNode json = Json.object();
                      output
                          .deliveryStreamNames()
                          .forEach(json.putArray("DeliveryStreamNames")::add);
                      return json.put("HasMoreDeliveryStreams", output.hasMore());
                    }));
  }
}
