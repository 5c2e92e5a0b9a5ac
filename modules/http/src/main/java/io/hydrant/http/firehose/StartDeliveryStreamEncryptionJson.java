package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.KeyChoice;
import io.hydrant.http.FirehoseApi;
import io.hydrant.http.Json;
import io.hydrant.http.Operation;
import java.util.concurrent.CompletionStage;

/** The JSON of StartDeliveryStreamEncryption. */
record StartDeliveryStreamEncryptionJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "StartDeliveryStreamEncryption";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    KeyChoice key =
        Json.member(input, KeyChoiceJson.MEMBER).map(KeyChoiceJson::read).orElse(KeyChoice.DEFAULT);
    return api.startDeliveryStreamEncryption(caller, StreamNameJson.read(input), key)
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
