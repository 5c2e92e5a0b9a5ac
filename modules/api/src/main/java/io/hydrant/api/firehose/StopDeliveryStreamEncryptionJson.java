package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** The JSON of StopDeliveryStreamEncryption. */
record StopDeliveryStreamEncryptionJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "StopDeliveryStreamEncryption";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.stopDeliveryStreamEncryption(caller, StreamNameJson.read(input))
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
