package io.hydrant.delivery.processing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.json.JsonReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits records that hold several: JSON objects that follow each other, or delimited parts. */
public final class RecordDeaggregation implements Processor {
  private static final String CODE = "DynamicPartitioning.RecordDeaggregationFailed";
  private static final int PARTS_MAX = 500;
  private static final JsonFactory JSON = JsonReading.FACTORY;

  /** Finds the parts of a record. */
  private interface Split {
    List<Bytes> apply(byte[] record) throws ProcessingException;
  }

  private final Split split;

  private RecordDeaggregation(Split split) {
    this.split = split;
  }

  /** Splits JSON objects. Blanks and line feeds between them are left out. */
  public static RecordDeaggregation json() {
    return new RecordDeaggregation(RecordDeaggregation::objects);
  }

  /** Splits at a delimiter, which belongs to no part. Empty parts are left out. */
  public static RecordDeaggregation delimited(Bytes delimiter) {
    return new RecordDeaggregation(record -> parts(record, delimiter.unsafeArray()));
  }

  @Override
  public Processed process(List<PipelineRecord> batch) {
    return Processed.each(
        batch,
        RecordFailure.PROCESSING,
        input -> split.apply(input.data().unsafeArray()).stream().map(input::withData).toList());
  }

  /** The limit holds while the parts are found, since a record of 1 MB can have 500,000. */
  private static void add(List<Bytes> parts, byte[] record, int start, int end)
      throws ProcessingException {
    if (parts.size() == PARTS_MAX) {
      throw failed("The record holds more than " + PARTS_MAX + " records.");
    }
    parts.add(Bytes.wrap(Arrays.copyOfRange(record, start, end)));
  }

  private static List<Bytes> objects(byte[] record) throws ProcessingException {
    List<Bytes> objects = new ArrayList<>();
    // One character for each byte, so that the places of characters are those of bytes.
    try (JsonParser parser = JSON.createParser(new String(record, ISO_8859_1))) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw failed("A JSON object is required.");
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        add(objects, record, start, end);
      }
      return objects;
    } catch (IOException notJson) {
      throw failed("The record is not JSON.");
    }
  }

  private static List<Bytes> parts(byte[] record, byte[] delimiter) throws ProcessingException {
    List<Bytes> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= record.length; at++) {
      boolean end = at == record.length;
      if (end || startsWith(record, at, delimiter)) {
        if (at > start) {
          add(parts, record, start, at);
        }
        start = at + delimiter.length;
        at = start - 1;
      }
    }
    return parts;
  }

  private static boolean startsWith(byte[] record, int at, byte[] delimiter) {
    return at + delimiter.length <= record.length
        && Arrays.equals(record, at, at + delimiter.length, delimiter, 0, delimiter.length);
  }

  private static ProcessingException failed(String message) {
    return new ProcessingException(CODE, message);
  }
}
