package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.id.Bytes;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An event as a line's object: {@code entity}, {@code number}, {@code name}, {@code event}.
 *
 * <p>The data of records is {@code records}, in base64, or {@code recordBytes} is its length and
 * zeros replace it. Bytes that are not JSON are {@code bytes}, in base64, so that a damaged event
 * is exported unchanged. The stored form is made on demand, because it may be much longer than the
 * line.
 */
record ExportedEvent(ObjectNode line) implements StoredEvent {
  /**
   * @throws DamagedLineException where the line has no entity or no name
   */
  static ExportedEvent read(ObjectNode line) {
    for (String member : new String[] {"entity", "name"}) {
      if (!line.path(member).isTextual()) {
        throw new DamagedLineException("it has no " + member);
      }
    }
    return new ExportedEvent(line);
  }

  static ExportedEvent of(StoredEvent stored, boolean withRecords) {
    ObjectNode line =
        Json.object()
            .put("entity", stored.entity())
            .put("number", stored.number())
            .put("name", stored.name());
    byte[] bytes = stored.bytes().unsafeArray();
    // The object has no line feed; the first one is in front of the records.
    int end =
        IntStream.range(0, bytes.length)
            .filter(i -> bytes[i] == '\n')
            .findFirst()
            .orElse(bytes.length);
    Optional<JsonNode> event = object(Arrays.copyOf(bytes, end));
    if (event.isEmpty()) {
      return new ExportedEvent(line.put("bytes", base64(bytes)));
    }
    line.set("event", event.get());
    if (end < bytes.length) {
      byte[] records = Arrays.copyOfRange(bytes, end + 1, bytes.length);
      if (withRecords) {
        line.put("records", base64(records));
      } else {
        line.put("recordBytes", records.length);
      }
    }
    return new ExportedEvent(line);
  }

  /** Returns the bytes as an object; empty where the object would give other bytes. */
  private static Optional<JsonNode> object(byte[] bytes) {
    try {
      JsonNode json = Json.read(bytes);
      return json.isObject() && Arrays.equals(json.toString().getBytes(UTF_8), bytes)
          ? Optional.of(json)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String entity() {
    return line.path("entity").textValue();
  }

  @Override
  public long number() {
    return line.path("number").asLong();
  }

  @Override
  public String name() {
    return line.path("name").textValue();
  }

  @Override
  public Bytes bytes() {
    try {
      if (line.has("bytes")) {
        return Bytes.wrap(data("bytes"));
      }
      byte[] json = line.path("event").toString().getBytes(UTF_8);
      if (!line.has("records") && !line.has("recordBytes")) {
        return Bytes.wrap(json);
      }
      byte[] records =
          line.has("records") ? data("records") : new byte[line.path("recordBytes").asInt()];
      byte[] whole = Arrays.copyOf(json, json.length + 1 + records.length);
      whole[json.length] = '\n';
      System.arraycopy(records, 0, whole, json.length + 1, records.length);
      return Bytes.wrap(whole);
    } catch (IllegalArgumentException | NegativeArraySizeException e) {
      throw new UnreadableJournalException(
          "Event " + number() + " of " + entity() + " is damaged: its data is not base64.", e);
    }
  }

  private byte[] data(String member) {
    return Base64.getDecoder().decode(line.path(member).asText());
  }
}
