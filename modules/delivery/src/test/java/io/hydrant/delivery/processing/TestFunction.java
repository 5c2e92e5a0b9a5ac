package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Caller;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A function that answers each record with the same data, and keeps what it got. */
final class TestFunction implements LambdaFunctions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final List<JsonNode> events = new ArrayList<>();
  final List<Integer> sizes = new ArrayList<>();
  final List<Caller> callers = new ArrayList<>();
  int failures;

  /** Returns a function that throws that often first. */
  static TestFunction throwing(int failures) {
    TestFunction function = new TestFunction();
    function.failures = failures;
    return function;
  }

  @Override
  public byte[] invoke(String functionArn, Caller role, byte[] event) throws LambdaFailure {
    try {
      JsonNode tree = MAPPER.readTree(event);
      events.add(tree);
      sizes.add(event.length);
      callers.add(role);
      if (events.size() <= failures) {
        throw LambdaFailure.functionError();
      }
      ObjectNode answer = MAPPER.createObjectNode();
      ArrayNode records = answer.putArray("records");
      for (JsonNode record : tree.path("records")) {
        ObjectNode entry =
            records
                .addObject()
                .put("recordId", record.path("recordId").asText())
                .put("result", "Ok")
                .put("data", record.path("data").asText());
        entry.putObject("metadata").putObject("partitionKeys").put("by", "lambda");
      }
      return MAPPER.writeValueAsBytes(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the ids of the records of an event. */
  List<String> ids(int event) {
    return events.get(event).path("records").findValuesAsText("recordId");
  }
}
