package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.jq.JqException;
import io.hydrant.delivery.json.JsonReading;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the partition keys of a record by a query. A key that is null or not a scalar fails. */
final class MetadataExtraction implements Processor {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;

  /** How many records of a batch may use up the budget of the query. */
  private static final int EXPENSIVE_MAX = 10;

  private final Query query;

  MetadataExtraction(Query query) {
    this.query = query;
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    AtomicInteger expensive = new AtomicInteger();
    return Processed.each(
        batch,
        RecordFailure.PROCESSING,
        input -> List.of(input.withQueryKeys(PartitionKeys.of(result(input.data(), expensive)))));
  }

  /** A query that never ends uses its whole budget for each record: the others are not tried. */
  private ObjectNode result(Bytes record, AtomicInteger expensive) throws ProcessingException {
    if (expensive.get() == EXPENSIVE_MAX) {
      throw PartitionKeys.failed(
          "The query used up its time or memory for " + EXPENSIVE_MAX + " records of the batch.");
    }
    try {
      List<JsonNode> results = query.apply(MAPPER.readTree(record.unsafeArray()));
      if (results.size() == 1 && results.get(0) instanceof ObjectNode object) {
        return object;
      }
      throw PartitionKeys.failed("The query must give one object for each record.");
    } catch (JqException e) {
      if (e.isBudgetUsed()) {
        expensive.incrementAndGet();
      }
      throw PartitionKeys.failed("The query failed: " + e.getMessage());
    } catch (IOException notJson) {
      throw PartitionKeys.failed("The record is not JSON.");
    }
  }
}
