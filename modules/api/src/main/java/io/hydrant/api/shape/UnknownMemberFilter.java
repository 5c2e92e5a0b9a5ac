package io.hydrant.api.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A valid input without the members that its shape does not have and without null ones: operations
 * then read only checked values.
 */
final class UnknownMemberFilter {
  private final Shapes shapes;

  UnknownMemberFilter(Shapes shapes) {
    this.shapes = shapes;
  }

  JsonNode of(Shape shape, JsonNode node) {
    return switch (shape.kind()) {
      case STRUCTURE -> structure(shape, node);
      case LIST -> list(shape, node);
      case MAP -> map(shape, node);
      default -> node;
    };
  }

  private JsonNode structure(Shape shape, JsonNode node) {
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = shape.members().get(member.getKey());
      if (name != null && !member.getValue().isNull()) {
        known.set(member.getKey(), of(shapes.get(name), member.getValue()));
      }
    }
    return known;
  }

  private JsonNode list(Shape shape, JsonNode node) {
    Shape element = shapes.get(shape.element().orElseThrow());
    ArrayNode known = JsonNodeFactory.instance.arrayNode(node.size());
    node.forEach(each -> known.add(of(element, each)));
    return known;
  }

  private JsonNode map(Shape shape, JsonNode node) {
    Shape value = shapes.get(shape.element().orElseThrow());
    ObjectNode known = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(each -> known.set(each.getKey(), of(value, each.getValue())));
    return known;
  }
}
