package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.id.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members of a validated input. */
final class Members {
  private Members() {}

  /** A required member. */
  static String text(JsonNode input, String name) {
    return input.get(name).textValue();
  }

  static Optional<String> optionalText(JsonNode input, String name) {
    return Optional.ofNullable(input.path(name).textValue());
  }

  static Optional<Integer> optionalInteger(JsonNode input, String name) {
    return Optional.of(input.path(name)).filter(JsonNode::isNumber).map(JsonNode::intValue);
  }

  /** False where it is missing. */
  static boolean isTrue(JsonNode input, String name) {
    return input.path(name).booleanValue();
  }

  static Optional<Bytes> optionalBlob(JsonNode input, String name) {
    return optionalText(input, name).map(text -> Bytes.wrap(Base64.getDecoder().decode(text)));
  }

  /** Empty where it is missing. */
  static Map<String, String> map(JsonNode input, String name) {
    return optionalMap(input, name).orElseGet(Map::of);
  }

  static Optional<Map<String, String>> optionalMap(JsonNode input, String name) {
    JsonNode node = input.path(name);
    if (!node.isObject()) {
      return Optional.empty();
    }
    Map<String, String> map = new HashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().textValue()));
    return Optional.of(map);
  }

  /** Empty where it is missing. */
  static List<String> texts(JsonNode input, String name) {
    List<String> texts = new ArrayList<>();
    input.path(name).forEach(node -> texts.add(node.textValue()));
    return texts;
  }
}
