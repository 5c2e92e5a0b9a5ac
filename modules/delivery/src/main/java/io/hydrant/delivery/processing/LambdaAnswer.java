package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.json.JsonReading;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a function answered, and decides what becomes of each record of the batch. */
final class LambdaAnswer {
  private static final ObjectReader READER =
      JsonReading.MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final int attempt;
  private final boolean partitioned;
  private final List<PipelineRecord> records = new ArrayList<>();
  private final List<RecordFailure> failures = new ArrayList<>();

  private LambdaAnswer(int attempt, boolean partitioned) {
    this.attempt = attempt;
    this.partitioned = partitioned;
  }

  /**
   * Returns what became of the records.
   *
   * @param batch by the ids that the records have in the event
   * @param attempt the number of the invocation for the batch, from 1
   * @param partitioned whether the partition keys of the answer count
   * @throws LambdaFailure where the answer as a whole cannot be used
   */
  static Processed read(
      byte[] answer, Map<String, PipelineRecord> batch, int attempt, boolean partitioned)
      throws LambdaFailure {
    if (answer.length > LambdaFunctions.ANSWER_BYTES_MAX) {
      throw LambdaFailure.badOutput();
    }
    Map<String, List<JsonNode>> entries = entries(answer);
    LambdaAnswer result = new LambdaAnswer(attempt, partitioned);
    for (Map.Entry<String, PipelineRecord> each : batch.entrySet()) {
      result.add(each.getValue(), entries.getOrDefault(each.getKey(), List.of()));
    }
    return new Processed(result.records, result.failures);
  }

  /**
   * Returns the entries by their ids; those with an id that the function did not get are ignored.
   * An answer that is null, or has no records, is one without entries.
   */
  private static Map<String, List<JsonNode>> entries(byte[] answer) throws LambdaFailure {
    JsonNode tree = tree(answer);
    JsonNode list = tree.path("records");
    boolean none = list.isMissingNode() || list.isNull();
    if (!(tree.isObject() || tree.isNull()) || !(none || list.isArray())) {
      throw LambdaFailure.badOutput();
    }
    Map<String, List<JsonNode>> entries = new HashMap<>();
    for (JsonNode each : list) {
      if (!each.isObject()) {
        throw LambdaFailure.badOutput();
      }
      entries.computeIfAbsent(each.path("recordId").asText(), id -> new ArrayList<>()).add(each);
    }
    return entries;
  }

  private static JsonNode tree(byte[] answer) throws LambdaFailure {
    try {
      JsonNode tree = READER.readTree(answer);
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (IOException notJson) {
      // The failure below says so.
    }
    throw LambdaFailure.notJson();
  }

  private void add(PipelineRecord record, List<JsonNode> entries) throws LambdaFailure {
    if (entries.isEmpty()) {
      fail(
          record,
          "MissingRecordId",
          "One or more record Ids were not returned. Ensure that the Lambda function returns all"
              + " received record Ids.");
    } else if (entries.size() > 1) {
      fail(
          record,
          "DuplicatedRecordId",
          "Multiple records were returned with the same record Id. Ensure that the Lambda function"
              + " returns a unique record Id for each record.");
    } else {
      add(record, entries.get(0));
    }
  }

  private void add(PipelineRecord record, JsonNode entry) throws LambdaFailure {
    switch (entry.path("result").asText()) {
      case "Ok" -> ok(record, entry);
      case "Dropped" -> {
        // The record goes nowhere.
      }
      case "ProcessingFailed" ->
          fail(record, "ProcessingFailedStatus", "ProcessingFailed status set for record");
      default -> throw LambdaFailure.badOutput();
    }
  }

  private void ok(PipelineRecord record, JsonNode entry) throws LambdaFailure {
    JsonNode data = entry.path("data");
    if (data.isMissingNode() || data.isNull()) {
      fail(
          record,
          "InvalidReturnFormat",
          "The data field cannot be null when the SourceType is DirectPut or KinesisStreamAsSource"
              + " and processing result is Ok. The value field cannot be null when the SourceType"
              + " is MSKAsSource and processing result is Ok.");
      return;
    }
    Bytes decoded = decoded(data);
    try {
      records.add(record.transformed(decoded, keys(entry)));
    } catch (ProcessingException e) {
      failures.add(
          new RecordFailure(record, RecordFailure.PROCESSING, e.code(), e.getMessage(), attempt));
    }
  }

  /** Keys that are no object are none. */
  private Map<String, String> keys(JsonNode entry) throws ProcessingException {
    JsonNode keys = entry.path("metadata").path("partitionKeys");
    return partitioned && keys.isObject() ? PartitionKeys.of(keys) : Map.of();
  }

  private static Bytes decoded(JsonNode data) throws LambdaFailure {
    try {
      if (data.isTextual()) {
        return Bytes.wrap(Base64.getDecoder().decode(data.asText()));
      }
    } catch (IllegalArgumentException notBase64) {
      // The failure below says so.
    }
    throw LambdaFailure.badOutput();
  }

  private void fail(PipelineRecord record, String code, String message) {
    failures.add(
        new RecordFailure(record, RecordFailure.PROCESSING, "Lambda." + code, message, attempt));
  }
}
