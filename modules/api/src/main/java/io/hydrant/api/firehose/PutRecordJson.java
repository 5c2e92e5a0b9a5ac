package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.util.concurrent.CompletionStage;

/** The JSON of PutRecord. */
record PutRecordJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "PutRecord";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return api.putRecord(caller, StreamNameJson.read(input), Json.blob(input.get("Record"), "Data"))
        .thenApply(
            reply ->
                reply.map(
                    output ->
                        Json.object()
                            .put("RecordId", output.recordId())
                            .put("Encrypted", output.encrypted())));
  }
}
