package io.hydrant.delivery.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.jq.JqException;
import io.hydrant.delivery.jq.JqQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the partition keys of a record by a query. A key that is null or not a scalar fails. */
public final class MetadataExtraction implements Processor {
  private static final String FAILURE_TYPE = "processing-failed";
  private static final String CODE = "DynamicPartitioning.MetadataExtractionFailed";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JqQuery query;

  public MetadataExtraction(JqQuery query) {
    this.query = query;
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    return Processed.each(
        batch, FAILURE_TYPE, input -> List.of(input.withQueryKeys(keys(input.data()))));
  }

  private Map<String, String> keys(Bytes record) throws ProcessingException {
    Map<String, String> keys = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : result(record).properties()) {
      if (!each.getValue().isValueNode()
          || each.getValue().isNull()
          || each.getValue().asText().isEmpty()) {
        throw failed("The query found no value for the partition key " + each.getKey() + ".");
      }
      keys.put(each.getKey(), each.getValue().asText());
    }
    return keys;
  }

  private ObjectNode result(Bytes record) throws ProcessingException {
    try {
      List<JsonNode> results = query.apply(MAPPER.readTree(record.unsafeArray()));
      if (results.size() == 1 && results.get(0) instanceof ObjectNode object) {
        return object;
      }
      throw failed("The query must give one object for each record.");
    } catch (JqException e) {
      throw failed("The query failed: " + e.getMessage());
    } catch (JsonProcessingException e) {
      throw failed("The record is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw failed("The record is not JSON.");
    }
  }

  private static ProcessingException failed(String message) {
    return new ProcessingException(CODE, message);
  }
}
