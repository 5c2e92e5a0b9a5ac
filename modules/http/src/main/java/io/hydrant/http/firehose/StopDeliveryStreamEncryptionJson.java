package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.http.FirehoseApi;
import io.hydrant.http.Json;
import io.hydrant.http.Operation;
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
