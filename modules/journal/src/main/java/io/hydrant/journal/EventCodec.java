package io.hydrant.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.EventMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns an event into its bytes in the journal and back.
 *
 * <p>One JSON object in UTF-8. If an event has records, the object contains their sizes, and the
 * records follow as plain bytes after a line feed. So the object stays readable as text. The call
 * that caused the event, if any, is the object's last member, {@code metadata}.
 */
public final class EventCodec {
  private static final ObjectMapper MAPPER = EventMapper.create();
  private static final String METADATA = "metadata";

  private EventCodec() {}

  /** Returns the name that is stored with the bytes. */
  public static String name(Event<?> event) {
    return EventNames.STANDARD.of(event);
  }

  public static byte[] encode(Event<?> event) {
    return encode(event, Optional.empty());
  }

  public static byte[] encode(EventEnvelope<?> envelope) {
    return encode(envelope.event(), envelope.metadata());
  }

  public static byte[] encode(Event<?> event, Optional<EventMetadata> metadata) {
    BinaryRecords.Writer tail = new BinaryRecords.Writer();
    try {
      byte[] json =
          MAPPER.writer().withAttribute(BinaryRecords.class, tail).writeValueAsBytes(event);
      if (metadata.isPresent()) {
        json = with(metadata.get(), json);
      }
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

  private static byte[] with(EventMetadata metadata, byte[] object) throws JsonProcessingException {
    byte[] value = MAPPER.writeValueAsBytes(metadata);
    byte[] name = (",\"" + METADATA + "\":").getBytes(UTF_8);
    return ByteBuffer.allocate(object.length + name.length + value.length)
        .put(object, 0, object.length - 1)
        .put(name)
        .put(value)
        .put((byte) '}')
        .array();
  }

  /** Returns the event's JSON object alone, with the sizes of records and not their bytes. */
  public static String json(Event<?> event) {
    return json(event, Optional.empty());
  }

  /** Returns the JSON object with its metadata, as it is stored. */
  public static String json(Event<?> event, Optional<EventMetadata> metadata) {
    try {
      byte[] object =
          MAPPER
              .writer()
              .withAttribute(BinaryRecords.class, new BinaryRecords.Writer())
              .writeValueAsBytes(event);
      return new String(metadata.isPresent() ? with(metadata.get(), object) : object, UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an event.
   *
   * @throws UnreadableEventException for an unknown name or bytes that are not its form
   */
  public static Event<?> decode(String name, byte[] bytes) {
    return read(name, bytes).event();
  }

  /**
   * Reads an event with the call that caused it.
   *
   * @throws UnreadableEventException for an unknown name or bytes that are not its form
   */
  public static EventEnvelope<?> read(String name, byte[] bytes) {
    return read(EventNames.STANDARD, name, bytes);
  }

  static EventEnvelope<?> read(EventNames names, String name, byte[] bytes) {
    Class<? extends Event<?>> type =
        names
            .typeOf(name)
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
      Optional<EventMetadata> metadata = metadata(json);
      int end = Math.toIntExact(parser.currentLocation().getByteOffset());
      BinaryRecords.Reader tail = new BinaryRecords.Reader(tail(bytes, end));
      Event<?> event =
          MAPPER.readerFor(type).withAttribute(BinaryRecords.class, tail).readValue(json);
      tail.requireEnd();
      return new EventEnvelope<>(event, metadata);
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw new UnreadableEventException("The bytes of a " + name + " event cannot be read.", e);
    }
  }

  private static Optional<EventMetadata> metadata(JsonNode json) throws JsonProcessingException {
    return json instanceof ObjectNode object && object.has(METADATA)
        ? Optional.of(MAPPER.treeToValue(object.remove(METADATA), EventMetadata.class))
        : Optional.empty();
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
