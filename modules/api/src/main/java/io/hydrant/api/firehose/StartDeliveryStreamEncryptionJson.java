package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import java.util.concurrent.CompletionStage;

/** The JSON of StartDeliveryStreamEncryption. */
record StartDeliveryStreamEncryptionJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "StartDeliveryStreamEncryption";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    EncryptionConfigurationInput key =
        Json.member(input, KeyChoiceJson.MEMBER)
            .map(KeyChoiceJson::read)
            .orElse(EncryptionConfigurationInput.DEFAULT);
    return api.startDeliveryStreamEncryption(caller, StreamNameJson.read(input), key)
        .thenApply(reply -> reply.map(done -> Json.noBody()));
  }
}
