package io.hydrant.delivery.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a function answered, and decides what becomes of each record of the batch. */
final class LambdaAnswer {
  private static final String FAILURE_TYPE = "processing-failed";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<PipelineRecord> records = new ArrayList<>();
  private final List<RecordFailure> failures = new ArrayList<>();

  private LambdaAnswer() {}

  /**
   * Returns what became of the records.
   *
   * @throws LambdaFailure where the answer as a whole cannot be used
   */
  static Processed read(byte[] answer, List<PipelineRecord> batch) throws LambdaFailure {
    Map<String, List<JsonNode>> entries = entries(answer);
    LambdaAnswer result = new LambdaAnswer();
    for (PipelineRecord record : batch) {
      result.add(record, entries.getOrDefault(record.recordId(), List.of()));
    }
    return new Processed(result.records, result.failures);
  }

  /** Entries with an id that the function did not get are ignored. */
  private static Map<String, List<JsonNode>> entries(byte[] answer) throws LambdaFailure {
    Map<String, List<JsonNode>> entries = new HashMap<>();
    for (JsonNode each : tree(answer).path("records")) {
      entries.computeIfAbsent(each.path("recordId").asText(), id -> new ArrayList<>()).add(each);
    }
    return entries;
  }

  private static JsonNode tree(byte[] answer) throws LambdaFailure {
    try {
      JsonNode tree = MAPPER.readTree(answer);
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
    Map<String, String> keys = new HashMap<>();
    entry
        .path("metadata")
        .path("partitionKeys")
        .properties()
        .forEach(each -> keys.put(each.getKey(), each.getValue().asText()));
    records.add(record.transformed(decoded(data), keys));
  }

  private static Bytes decoded(JsonNode data) throws LambdaFailure {
    try {
      return Bytes.wrap(Base64.getDecoder().decode(data.asText()));
    } catch (IllegalArgumentException notBase64) {
      throw LambdaFailure.badOutput();
    }
  }

  private void fail(PipelineRecord record, String code, String message) {
    failures.add(new RecordFailure(record, FAILURE_TYPE, "Lambda." + code, message, 1));
  }
}
