package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.jq.JqException;
import java.io.IOException;
import java.util.List;

/** Finds the partition keys of a record by a query. A key that is null or not a scalar fails. */
final class MetadataExtraction implements Processor {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Query query;

  MetadataExtraction(Query query) {
    this.query = query;
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    return Processed.each(
        batch,
        RecordFailure.PROCESSING,
        input -> List.of(input.withQueryKeys(PartitionKeys.of(result(input.data())))));
  }

  private ObjectNode result(Bytes record) throws ProcessingException {
    try {
      List<JsonNode> results = query.apply(MAPPER.readTree(record.unsafeArray()));
      if (results.size() == 1 && results.get(0) instanceof ObjectNode object) {
        return object;
      }
      throw PartitionKeys.failed("The query must give one object for each record.");
    } catch (JqException e) {
      throw PartitionKeys.failed("The query failed: " + e.getMessage());
    } catch (IOException notJson) {
      throw PartitionKeys.failed("The record is not JSON.");
    }
  }
}
