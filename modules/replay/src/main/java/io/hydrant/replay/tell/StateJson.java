package io.hydrant.replay.tell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.http.Json;
import io.hydrant.http.firehose.DescriptionJson;
import java.time.Instant;

/** A state as the API would have answered it then. */
final class StateJson {
  private StateJson() {}

  static JsonNode of(String entity, Object state, Instant now) {
    if (state instanceof DeliveryStream stream) {
      return DescriptionJson.write(DescribeDeliveryStream.describe(stream));
    }
    if (state instanceof EncryptionCallBudget budget) {
      return budget(budget, now);
    }
    if (state instanceof RecordBuffer buffer) {
      return buffer(BufferSummary.of(buffer));
    }
    if (state instanceof StreamDirectory directory) {
      ObjectNode json = Json.object();
      ArrayNode names = json.putArray("DeliveryStreamNames");
      directory.streams().keySet().forEach(names::add);
      return json;
    }
    if (state instanceof KeyClaims claims) {
      ObjectNode json = Json.object();
      ArrayNode names = json.putArray("Streams");
      claims.streams().keySet().stream().sorted().forEach(names::add);
      return json;
    }
    return KeyStateJson.of(state).orElseGet(() -> Json.object().put("Exists", false));
  }

  private static ObjectNode budget(EncryptionCallBudget budget, Instant now) {
    ObjectNode json = Json.object().put("CallsLeft", budget.left(now));
    ArrayNode calls = json.putArray("CallsThatCount");
    budget.counting(now).forEach(call -> calls.add(call.toString()));
    return json;
  }

  private static ObjectNode buffer(BufferSummary buffer) {
    ObjectNode json =
        Json.object()
            .put("Records", buffer.records())
            .put("Bytes", buffer.bytes())
            .put("BeingDelivered", buffer.underWay());
    buffer.oldest().ifPresent(at -> json.put("Oldest", at.toString()));
    buffer.due().ifPresent(at -> json.put("Due", at.toString()));
    buffer.deliveredAt().ifPresent(at -> json.put("LastDelivery", at.toString()));
    return json;
  }
}
