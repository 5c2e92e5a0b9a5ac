package io.hydrant.api.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.stream.PutRecordBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The JSON of PutRecordBatch. */
record PutRecordBatchJson(FirehoseApi api) implements Operation {
  @Override
  public String name() {
    return "PutRecordBatch";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    List<Bytes> records = new ArrayList<>();
    input.get("Records").forEach(each -> records.add(Json.blob(each, "Data")));
    return api.putRecordBatch(caller, StreamNameJson.read(input), records)
        .thenApply(reply -> reply.map(PutRecordBatchJson::write));
  }

  private static JsonNode write(PutRecordBatch.Output output) {
    ObjectNode json = Json.object();
    json.put(
        "FailedPutCount",
        output.entries().stream().filter(entry -> entry.errorCode().isPresent()).count());
    json.put("Encrypted", output.encrypted());
    ArrayNode responses = json.putArray("RequestResponses");
    for (PutRecordBatch.Entry entry : output.entries()) {
      ObjectNode response = responses.addObject();
      entry.recordId().ifPresent(id -> response.put("RecordId", id));
      entry.errorCode().ifPresent(code -> response.put("ErrorCode", code));
      entry.errorMessage().ifPresent(message -> response.put("ErrorMessage", message));
    }
    return json;
  }
}
