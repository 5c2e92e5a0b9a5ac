package io.hydrant.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds an input against its shape and says everything that is wrong with it at once, in AWS's
 * words. Unknown members are passed over, null members are missing.
 */
public final class Validator {
  /** A value longer than this is not repeated in a message. */
  private static final int SHOWN_MAX = 1024;

  private final Shapes shapes;

  public Validator(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * @return ValidationException with all violations
   * @throws SerializationException for a value of the wrong JSON type
   */
  public Optional<Refusal> check(String operation, JsonNode input) {
    List<String> violations = new ArrayList<>();
    structure(shapes.inputOf(operation), input, "", violations);
    if (violations.isEmpty()) {
      return Optional.empty();
    }
    String count =
        violations.size() == 1
            ? "1 validation error detected: "
            : violations.size() + " validation errors detected: ";
    return Optional.of(new Refusal("ValidationException", count + String.join("; ", violations)));
  }

  private void structure(Shape shape, JsonNode node, String path, List<String> violations) {
    require(node.isObject(), path, "a structure");
    for (Map.Entry<String, String> member : shape.members().entrySet()) {
      String at = path.isEmpty() ? lower(member.getKey()) : path + "." + lower(member.getKey());
      JsonNode value = node.get(member.getKey());
      if (value != null && !value.isNull()) {
        value(shapes.get(member.getValue()), value, at, violations);
      } else if (shape.required().contains(member.getKey())) {
        violations.add(
            "Value null at '" + at + "' failed to satisfy constraint: Member must not be null");
      }
    }
  }

  private void value(Shape shape, JsonNode node, String path, List<String> violations) {
    switch (shape.kind()) {
      case STRUCTURE -> structure(shape, node, path, violations);
      case LIST -> list(shape, node, path, violations);
      case MAP -> map(shape, node, path, violations);
      case STRING -> {
        require(node.isTextual(), path, "a string");
        string(shape, node.textValue(), path, violations);
      }
      case BLOB -> {
        require(node.isTextual(), path, "a base64 string");
        length(shape, Base64Size.of(node.textValue(), path), "Value", path, violations);
      }
      case INTEGER, LONG -> {
        require(node.isIntegralNumber(), path, "an integer");
        range(shape, node, path, violations);
      }
      case DOUBLE -> {
        require(node.isNumber(), path, "a number");
        range(shape, node, path, violations);
      }
      case BOOLEAN -> require(node.isBoolean(), path, "a boolean");
      case TIMESTAMP -> require(node.isNumber() || node.isTextual(), path, "a timestamp");
    }
  }

  private void list(Shape shape, JsonNode node, String path, List<String> violations) {
    require(node.isArray(), path, "a list");
    length(shape, node.size(), "Value", path, violations);
    Shape element = shapes.get(shape.element().orElseThrow());
    int index = 1;
    for (JsonNode each : node) {
      String at = path + "." + index++ + ".member";
      if (each.isNull()) {
        violations.add(
            "Value null at '" + at + "' failed to satisfy constraint: Member must not be null");
      } else {
        value(element, each, at, violations);
      }
    }
  }

  private void map(Shape shape, JsonNode node, String path, List<String> violations) {
    require(node.isObject(), path, "a map");
    length(shape, node.size(), "Value", path, violations);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      string(shapes.get(shape.key().orElseThrow()), entry.getKey(), path + ".key", violations);
      if (!entry.getValue().isNull()) {
        value(
            shapes.get(shape.element().orElseThrow()),
            entry.getValue(),
            path + "." + entry.getKey() + ".member",
            violations);
      }
    }
  }

  private static void string(Shape shape, String value, String path, List<String> violations) {
    String shown =
        shape.sensitive() || value.length() > SHOWN_MAX ? "Value" : "Value '" + value + "'";
    length(shape, value.codePointCount(0, value.length()), shown, path, violations);
    if (shape.pattern().filter(pattern -> !pattern.matcher(value).matches()).isPresent()) {
      violations.add(
          failed(shown, path)
              + "Member must satisfy regular expression pattern: "
              + shape.pattern().get().pattern());
    }
    if (!shape.values().isEmpty() && !shape.values().contains(value)) {
      violations.add(
          failed(shown, path)
              + "Member must satisfy enum value set: "
              + shape.values().stream().collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static void length(
      Shape shape, long length, String shown, String path, List<String> violations) {
    if (shape.max().filter(max -> BigDecimal.valueOf(length).compareTo(max) > 0).isPresent()) {
      violations.add(
          failed(shown, path)
              + "Member must have length less than or equal to "
              + Shapes.number(shape.max().get()));
    }
    if (shape.min().filter(min -> BigDecimal.valueOf(length).compareTo(min) < 0).isPresent()) {
      violations.add(
          failed(shown, path)
              + "Member must have length greater than or equal to "
              + Shapes.number(shape.min().get()));
    }
  }

  private static void range(Shape shape, JsonNode node, String path, List<String> violations) {
    if (shape.kind() == Shape.Kind.INTEGER) {
      require(node.canConvertToInt(), path, "a 32-bit integer");
    }
    BigDecimal value = node.decimalValue();
    String shown = "Value '" + node.asText() + "'";
    if (shape.max().filter(max -> value.compareTo(max) > 0).isPresent()) {
      violations.add(
          failed(shown, path)
              + "Member must have value less than or equal to "
              + Shapes.number(shape.max().get()));
    }
    if (shape.min().filter(min -> value.compareTo(min) < 0).isPresent()) {
      violations.add(
          failed(shown, path)
              + "Member must have value greater than or equal to "
              + Shapes.number(shape.min().get()));
    }
  }

  private static String failed(String shown, String path) {
    return shown + " at '" + path + "' failed to satisfy constraint: ";
  }

  private static void require(boolean typeFits, String path, String type) {
    if (!typeFits) {
      throw new SerializationException(
          (path.isEmpty() ? "The request body" : "'" + path + "'") + " must be " + type + ".");
    }
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
