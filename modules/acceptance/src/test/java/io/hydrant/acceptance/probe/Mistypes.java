package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of the JSON types that a shape does not have. */
final class Mistypes {
  private static final Map<JsonNode, Set<Form.Type>> SAMPLES =
      Map.of(
          Samples.JSON.textNode("*"), EnumSet.of(Form.Type.STRING),
          Samples.JSON.numberNode(1), numbers(),
          Samples.JSON.numberNode(0.5), EnumSet.of(Form.Type.DOUBLE, Form.Type.TIMESTAMP),
          Samples.JSON.numberNode(1L << 40), EnumSet.of(Form.Type.DOUBLE, Form.Type.TIMESTAMP),
          Samples.JSON.booleanNode(true), EnumSet.of(Form.Type.BOOLEAN),
          Samples.JSON.objectNode(), EnumSet.of(Form.Type.STRUCTURE, Form.Type.MAP),
          Samples.JSON.arrayNode(), EnumSet.of(Form.Type.LIST));

  private Mistypes() {}

  private static Set<Form.Type> numbers() {
    return EnumSet.of(Form.Type.INTEGER, Form.Type.DOUBLE, Form.Type.TIMESTAMP);
  }

  static List<JsonNode> of(Form.Type type) {
    return SAMPLES.entrySet().stream()
        .filter(sample -> !sample.getValue().contains(type))
        .map(Map.Entry::getKey)
        .toList();
  }
}
