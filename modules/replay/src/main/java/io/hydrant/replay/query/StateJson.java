package io.hydrant.replay.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.firehose.DescriptionJson;
import io.hydrant.api.json.Json;
import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.core.buffer.OutputBuffer;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.QuotaLimits;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamState;
import io.hydrant.replay.projection.PlaceText;
import java.time.Instant;

/** Writes a state as the API would have answered it. */
final class StateJson {
  private StateJson() {}

  static JsonNode of(String entity, Object state, Instant now) {
    if (state instanceof StreamState stream) {
      return new DescribeDeliveryStream()
          .decide(stream, now)
          .reply()
          .fold(DescriptionJson::write, StateJson::refused);
    }
    if (state instanceof EncryptionCallBudget budget) {
      return budget(budget, now);
    }
    if (state instanceof RecordBuffer buffer) {
      return buffer(buffer);
    }
    if (state instanceof StreamDirectory directory) {
      ObjectNode json = Json.object();
      ArrayNode names = json.putArray("DeliveryStreamNames");
      directory.streams().keySet().forEach(names::add);
      return json;
    }
    if (state instanceof KeyStreamQuota claims) {
      ObjectNode json = Json.object();
      ArrayNode names = json.putArray("Streams");
      claims.streams().keySet().stream().sorted().forEach(names::add);
      return json;
    }
    return KeyStateJson.of(state);
  }

  /** Returns the body of the error that the API would have answered with. */
  private static JsonNode refused(ServiceError refusal) {
    ObjectNode body = Json.object().put("__type", refusal.code());
    refusal.details().forEach(body::put);
    return body.put("message", refusal.message());
  }

  private static ObjectNode budget(EncryptionCallBudget budget, Instant now) {
    ObjectNode json = Json.object().put("CallsLeft", budget.left(now));
    ArrayNode calls = json.putArray("CallsThatCount");
    budget.counting(now).forEach(call -> calls.add(call.toString()));
    budget.counting(now).stream()
        .findFirst()
        .map(oldest -> oldest.plus(QuotaLimits.ENCRYPTION_CALLS_WINDOW))
        .ifPresent(free -> json.put("NextFreeAt", free.toString()));
    return json;
  }

  private static ObjectNode buffer(RecordBuffer state) {
    BufferSummary buffer = BufferSummary.of(state);
    ObjectNode json =
        Json.object()
            .put("Records", buffer.records())
            .put("Bytes", buffer.bytes())
            .put("BeingDelivered", buffer.underWay());
    buffer.oldest().ifPresent(at -> json.put("Oldest", at.toString()));
    buffer.due().ifPresent(at -> json.put("Due", at.toString()));
    buffer.deliveredAt().ifPresent(at -> json.put("LastDelivery", at.toString()));
    buffer
        .failure()
        .ifPresent(
            failure ->
                json.putObject("Failure")
                    .put("Since", failure.since().toString())
                    .put("FailedAttempts", failure.attempts())
                    .put("NextAttempt", failure.retryAt().toString())
                    .put("Reason", failure.reason()));
    processed(json, state);
    return json;
  }

  private static void processed(ObjectNode json, RecordBuffer state) {
    if (state.stagedRecords().outputs().isEmpty()) {
      return;
    }
    ArrayNode places = json.putArray("ProcessedRecords");
    for (OutputBuffer output : state.stagedRecords().outputs()) {
      places
          .addObject()
          .put("Place", PlaceText.of(output.place()))
          .put("Records", output.pending().recordCount())
          .put("Bytes", output.pending().dataBytes());
    }
  }
}
