package io.hydrant.delivery.processing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.json.JsonReading;
import java.io.IOException;
import java.util.List;

/**
 * Takes the messages out of the envelopes of CloudWatch Logs. An envelope stays one record: each
 * message with a line feed after it. A control message becomes an empty record.
 */
public final class CloudWatchLogMessages implements Processor {
  private static final ObjectMapper MAPPER = JsonReading.MAPPER;

  @Override
  public Processed process(List<PipelineRecord> batch) {
    return Processed.each(
        batch,
        Decompression.FAILURE_TYPE,
        input -> List.of(input.withData(messages(input.data()))));
  }

  private static Bytes messages(Bytes envelopes) throws ProcessingException {
    StringBuilder messages = new StringBuilder();
    try (JsonParser parser = MAPPER.createParser(envelopes.unsafeArray())) {
      boolean any = false;
      while (parser.nextToken() != null) {
        any = true;
        append(messages, MAPPER.readTree(parser));
      }
      if (!any) {
        throw notAnEnvelope();
      }
    } catch (IOException notJson) {
      throw notAnEnvelope();
    }
    return Bytes.ofUtf8(messages.toString());
  }

  private static void append(StringBuilder messages, JsonNode envelope) throws ProcessingException {
    if (!(envelope instanceof ObjectNode) || !envelope.path("messageType").isTextual()) {
      throw notAnEnvelope();
    }
    if (!envelope.path("messageType").asText().equals("CONTROL_MESSAGE")) {
      for (JsonNode event : envelope.path("logEvents")) {
        messages.append(event.path("message").asText()).append('\n');
      }
    }
  }

  private static ProcessingException notAnEnvelope() {
    return new ProcessingException(Decompression.CODE, Decompression.MESSAGE);
  }
}
