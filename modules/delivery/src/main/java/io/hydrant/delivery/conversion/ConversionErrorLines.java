package io.hydrant.delivery.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.json.ConversionException;
import io.hydrant.delivery.json.JsonReading;
import java.time.Instant;
import java.util.Base64;

/**
 * The lines of records that could not be converted. The names and the order of the members were
 * recorded from AWS, September 2026; today's documentation has other names.
 */
final class ConversionErrorLines {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;

  private ConversionErrorLines() {}

  /**
   * Returns the line of one record.
   *
   * @param endedAt the time of the attempt; there is only one
   */
  static String line(
      ConversionInput record, ConversionException failure, TableReference table, Instant endedAt) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("attemptsMade", 1)
            .put("arrivalTimestamp", record.arrivedAt().toEpochMilli())
            .put("lastErrorCode", failure.code())
            .put("lastErrorMessage", failure.getMessage())
            .put("attemptEndingTimestamp", endedAt.toEpochMilli())
            .put("rawData", Base64.getEncoder().encodeToString(record.data().unsafeArray()))
            .put("sequenceNumber", Long.toString(record.sequence()))
            .put("subSequenceNumber", 0);
    line.putObject("dataCatalogTable")
        .put("catalogId", table.catalog())
        .put("databaseName", table.database())
        .put("tableName", table.table())
        .put("region", table.region())
        .put("versionId", table.version())
        .put("roleArn", table.roleArn());
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers can be written", e);
    }
  }
}
