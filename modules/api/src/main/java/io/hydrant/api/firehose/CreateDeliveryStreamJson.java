package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.CreateDeliveryStream;
import java.util.concurrent.CompletionStage;

/** The JSON of CreateDeliveryStream. */
record CreateDeliveryStreamJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "CreateDeliveryStream";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    CreateDeliveryStream.Input create =
        new CreateDeliveryStream.Input(
            Json.text(input, "DeliveryStreamType")
                .map(DeliveryStreamType::of)
                .orElse(DeliveryStreamType.DIRECT_PUT),
            Json.member(input, KeyChoiceJson.MEMBER).map(KeyChoiceJson::read),
            configurations(input),
            TagsJson.read(input, "Tags"));
    return api.createDeliveryStream(caller, StreamNameJson.read(input), create)
        .thenApply(
            reply ->
                reply.map(
                    output -> Json.object().put("DeliveryStreamARN", output.arn().toString())));
  }

  private static Document.Structure configurations(JsonNode input) {
    Document.Structure all = DocumentJson.structure(input);
    Document.Structure kept = Document.Structure.empty();
    for (String name : all.members().keySet()) {
      if (name.endsWith("Configuration")) {
        kept = kept.with(name, all.members().get(name));
      }
    }
    return kept;
  }
}
