package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.ListResourceTags;
import java.util.concurrent.CompletionStage;

/** ListResourceTags on the wire. */
record ListResourceTagsJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "ListResourceTags";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(
        api.onKey(
            caller,
            Json.required(input, "KeyId"),
            arn ->
                new ListResourceTags(
                    caller, arn, Json.integer(input, "Limit"), Json.text(input, "Marker"))),
        page -> Answers.page("Tags", page, TagsJson::write));
  }
}
