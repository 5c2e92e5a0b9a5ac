package io.hydrant.delivery.processing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.core.id.StreamArn;
import io.hydrant.delivery.json.JsonReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The event that a function gets, with the members in the order in which AWS writes them. */
final class LambdaEvent {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;

  /** The members of a record without their values. */
  private static final int RECORD_CHARS = 80;

  private static final int BASE64_CHARS = 4;
  private static final int BASE64_BYTES = 3;

  private LambdaEvent() {}

  /**
   * Returns the event as JSON.
   *
   * @param invocationId new for each attempt; the ids of the records are the same
   * @param records by the ids that they have in the event
   */
  static byte[] of(String invocationId, StreamArn stream, Map<String, PipelineRecord> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("invocationId", invocationId);
      json.writeStringField("deliveryStreamArn", stream.toString());
      json.writeStringField("region", stream.region());
      json.writeArrayFieldStart("records");
      for (Map.Entry<String, PipelineRecord> each : records.entrySet()) {
        json.writeStartObject();
        json.writeStringField("recordId", each.getKey());
        json.writeNumberField(
            "approximateArrivalTimestamp", each.getValue().arrivedAt().toEpochMilli());
        json.writeBinaryField("data", each.getValue().data().unsafeArray());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns about how many bytes of the event a record takes, and never less than it takes. */
  static long bytes(String recordId, PipelineRecord record) {
    long groups = (record.data().size() + BASE64_BYTES - 1L) / BASE64_BYTES;
    return RECORD_CHARS + recordId.length() + groups * BASE64_CHARS;
  }
}
