package io.hydrant.delivery.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON objects of a record: one, or several that follow each other. */
final class JsonObjects {
  private static final int NUMBER_DIGITS_MAX = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(NUMBER_DIGITS_MAX).build())
          .build();

  /** Reads records. Numbers keep all their digits. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder(FACTORY).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonObjects() {}

  /**
   * Returns the objects of a record.
   *
   * @throws ConversionException where the record is empty, is not JSON, or holds another value
   */
  static List<ObjectNode> of(byte[] record) throws ConversionException {
    List<ObjectNode> objects = new ArrayList<>();
    try (JsonParser values = MAPPER.createParser(record)) {
      while (values.nextToken() != null) {
        if (!(MAPPER.readTree(values) instanceof ObjectNode object)) {
          throw ConversionException.malformed("A JSON object is required.");
        }
        objects.add(object);
      }
    } catch (JsonProcessingException e) {
      throw ConversionException.parseError(e.getOriginalMessage());
    } catch (IOException e) {
      throw ConversionException.parseError(e.getMessage());
    }
    if (objects.isEmpty()) {
      throw ConversionException.empty();
    }
    return objects;
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
