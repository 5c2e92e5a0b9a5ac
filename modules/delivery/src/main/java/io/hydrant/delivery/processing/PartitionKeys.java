package io.hydrant.delivery.processing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The partition keys that a query or a function finds for a record. AWS wants texts; numbers and
 * truth values become texts. AWS does not say what becomes of other values: the record fails.
 */
final class PartitionKeys {
  static final String FAILURE_CODE = "DynamicPartitioning.MetadataExtractionFailed";

  /** AWS's limit. */
  private static final int KEYS_MAX = 50;

  /** A key of an S3 object is not longer than that. */
  private static final int CHARS_MAX = 1024;

  private PartitionKeys() {}

  /**
   * Reads the members of an object as keys.
   *
   * @throws ProcessingException where one of them cannot be a key
   */
  static Map<String, String> of(JsonNode object) throws ProcessingException {
    if (object.size() > KEYS_MAX) {
      throw failed("There are more than " + KEYS_MAX + " partition keys.");
    }
    Map<String, String> keys = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      keys.put(name(each.getKey()), value(each.getKey(), each.getValue()));
    }
    return keys;
  }

  static ProcessingException failed(String message) {
    return new ProcessingException(FAILURE_CODE, message);
  }

  private static String name(String name) throws ProcessingException {
    if (name.length() > CHARS_MAX) {
      throw failed("The name of a partition key is longer than " + CHARS_MAX + " characters.");
    }
    return name;
  }

  private static String value(String name, JsonNode value) throws ProcessingException {
    boolean scalar = value.isTextual() || value.isNumber() || value.isBoolean();
    String text = scalar ? value.asText() : "";
    if (text.isEmpty()) {
      throw failed("There is no value for the partition key " + name + ".");
    }
    if (text.length() > CHARS_MAX) {
      throw failed(
          "The value of the partition key "
              + name
              + " is longer than "
              + CHARS_MAX
              + " characters.");
    }
    return text;
  }
}
