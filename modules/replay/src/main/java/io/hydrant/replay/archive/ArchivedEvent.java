package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.id.Bytes;
import io.hydrant.replay.source.StoredEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;

/**
 * An event as a line's object: {@code entity}, {@code number}, {@code name}, {@code event}.
 *
 * <p>The data of records is {@code records}, in base64, where it was asked for; else {@code
 * recordBytes} tells how much there was, and zeros stand for it. Bytes that are not JSON are {@code
 * bytes}, in base64, so that a damaged event can be handed on as it is.
 */
final class ArchivedEvent {
  private ArchivedEvent() {}

  static ObjectNode write(StoredEvent stored, boolean withRecords) {
    ObjectNode line =
        Json.object()
            .put("entity", stored.entity())
            .put("number", stored.number())
            .put("name", stored.name());
    byte[] bytes = stored.bytes().unsafeArray();
    // An object on one line: after the line feed there are its records.
    int end =
        IntStream.range(0, bytes.length)
            .filter(i -> bytes[i] == '\n')
            .findFirst()
            .orElse(bytes.length);
    byte[] object = Arrays.copyOf(bytes, end);
    try {
      JsonNode event = Json.read(object);
      if (event instanceof ObjectNode && Arrays.equals(event.toString().getBytes(UTF_8), object)) {
        line.set("event", event);
        tail(line, bytes, end, withRecords);
        return line;
      }
    } catch (IOException e) {
      return line.put("bytes", Base64.getEncoder().encodeToString(bytes));
    }
    return line.put("bytes", Base64.getEncoder().encodeToString(bytes));
  }

  private static void tail(ObjectNode line, byte[] bytes, int end, boolean withRecords) {
    if (end == bytes.length) {
      return;
    }
    byte[] tail = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    if (withRecords) {
      line.put("records", Base64.getEncoder().encodeToString(tail));
    } else {
      line.put("recordBytes", tail.length);
    }
  }

  /**
   * @throws DamagedLineException where something is missing
   */
  static StoredEvent read(ObjectNode line) {
    return new StoredEvent(
        text(line, "entity"), line.path("number").asLong(), text(line, "name"), bytes(line));
  }

  private static Bytes bytes(ObjectNode line) {
    try {
      if (line.has("bytes")) {
        return Bytes.wrap(Base64.getDecoder().decode(text(line, "bytes")));
      }
      byte[] json = line.path("event").toString().getBytes(UTF_8);
      if (!line.has("records") && !line.has("recordBytes")) {
        return Bytes.wrap(json);
      }
      byte[] tail =
          line.has("records")
              ? Base64.getDecoder().decode(text(line, "records"))
              : new byte[line.path("recordBytes").asInt()];
      byte[] whole = Arrays.copyOf(json, json.length + 1 + tail.length);
      whole[json.length] = '\n';
      System.arraycopy(tail, 0, whole, json.length + 1, tail.length);
      return Bytes.wrap(whole);
    } catch (IllegalArgumentException | NegativeArraySizeException e) {
      throw new DamagedLineException("its data is not base64");
    }
  }

  private static String text(ObjectNode line, String member) {
    if (!line.path(member).isTextual()) {
      throw new DamagedLineException("it has no " + member);
    }
    return line.path(member).textValue();
  }
}
