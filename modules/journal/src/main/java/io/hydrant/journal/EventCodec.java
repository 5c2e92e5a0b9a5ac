package io.hydrant.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hydrant.core.entity.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An event's bytes in the journal.
 *
 * <p>One JSON object in UTF-8. Where an event carries records, the object names their sizes, and
 * after a line feed the records follow as they are, one behind the other: they need no second form
 * and a person can still read the rest.
 */
public final class EventCodec {
  private static final ObjectMapper MAPPER = EventMapper.create();

  private EventCodec() {}

  /** The name that is stored beside the bytes. */
  public static String name(Event<?> event) {
    return EventNames.of(event);
  }

  public static byte[] encode(Event<?> event) {
    RecordTail.Writer tail = new RecordTail.Writer();
    try {
      byte[] json = MAPPER.writer().withAttribute(RecordTail.class, tail).writeValueAsBytes(event);
      if (tail.isEmpty()) {
        return json;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 1 + tail.size());
      out.writeBytes(json);
      out.write('\n');
      tail.writeTo(out);
      return out.toByteArray();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event's JSON object alone: of records it tells the sizes. */
  public static String json(Event<?> event) {
    try {
      return MAPPER
          .writer()
          .withAttribute(RecordTail.class, new RecordTail.Writer())
          .writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UnreadableEventException for an unknown name or bytes that are not its form
   */
  public static Event<?> decode(String name, byte[] bytes) {
    Class<? extends Event<?>> type =
        EventNames.typeOf(name)
            .orElseThrow(
                () ->
                    new UnreadableEventException(
                        "An event named "
                            + name
                            + " is not known to this version of Hydrant; a newer one may have"
                            + " written it.",
                        null));
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      JsonNode json = MAPPER.readTree(parser);
      int end = Math.toIntExact(parser.currentLocation().getByteOffset());
      RecordTail.Reader tail = new RecordTail.Reader(tail(bytes, end));
      Event<?> event = MAPPER.readerFor(type).withAttribute(RecordTail.class, tail).readValue(json);
      tail.requireEnd();
      return event;
    } catch (IOException | IllegalStateException | ArithmeticException e) {
      throw new UnreadableEventException("The bytes of a " + name + " event cannot be read.", e);
    }
  }

  private static ByteBuffer tail(byte[] bytes, int end) {
    if (end == bytes.length) {
      return ByteBuffer.allocate(0);
    }
    if (bytes[end] != '\n') {
      throw new IllegalStateException("no line feed between the object and its records");
    }
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, end + 1, bytes.length));
  }
}
