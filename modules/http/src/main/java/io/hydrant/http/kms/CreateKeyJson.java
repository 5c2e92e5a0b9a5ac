package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.http.Json;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The JSON of CreateKey. */
record CreateKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CreateKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    String spec =
        Json.text(input, "KeySpec")
            .or(() -> Json.text(input, "CustomerMasterKeySpec"))
            .orElse("SYMMETRIC_DEFAULT");
    Map<String, String> tags = new LinkedHashMap<>();
    Json.member(input, "Tags")
        .ifPresent(
            all ->
                all.forEach(
                    tag -> tags.put(Json.required(tag, "TagKey"), Json.required(tag, "TagValue"))));
    CreateKey.Input create =
        new CreateKey.Input(
            Json.text(input, "Description").orElse(""),
            spec,
            Json.text(input, "KeyUsage").orElse("ENCRYPT_DECRYPT"),
            Json.text(input, "Policy"),
            Json.text(input, "Origin").filter("EXTERNAL"::equals).isPresent(),
            Json.isTrue(input, "MultiRegion"),
            tags);
    return api.createKey(caller, create).thenApply(reply -> reply.map(KeyMetadataJson::write));
  }
}
