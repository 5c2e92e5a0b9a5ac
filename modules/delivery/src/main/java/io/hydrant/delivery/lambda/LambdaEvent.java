package io.hydrant.delivery.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.delivery.processing.PipelineRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The event that a function gets, with the members in the order in which AWS writes them. */
final class LambdaEvent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LambdaEvent() {}

  /**
   * Returns the event as JSON.
   *
   * @param invocationId new for each attempt; the ids of the records are the same
   */
  static byte[] of(
      String invocationId, String streamArn, String region, List<PipelineRecord> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("invocationId", invocationId);
      json.writeStringField("deliveryStreamArn", streamArn);
      json.writeStringField("region", region);
      json.writeArrayFieldStart("records");
      for (PipelineRecord record : records) {
        json.writeStartObject();
        json.writeStringField("recordId", record.recordId());
        json.writeNumberField("approximateArrivalTimestamp", record.arrivedAt().toEpochMilli());
        json.writeBinaryField("data", record.data().unsafeArray());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
