package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** The JSON of DescribeDeliveryStream. */
record DescribeDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "DescribeDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.describeDeliveryStream(caller, StreamNameJson.read(input))
        .thenApply(reply -> reply.map(DescriptionJson::write));
  }
}
