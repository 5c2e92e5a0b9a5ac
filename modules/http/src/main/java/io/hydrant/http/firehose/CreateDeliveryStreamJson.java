package io.hydrant.http.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.DeliveryStreamType;
import io.hydrant.http.DocumentJson;
import io.hydrant.http.FirehoseApi;
import io.hydrant.http.Json;
import io.hydrant.http.Operation;
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
