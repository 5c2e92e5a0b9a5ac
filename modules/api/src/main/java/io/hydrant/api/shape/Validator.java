package io.hydrant.api.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Checks an input against its shape and lists everything that is wrong with it at once, in AWS's
 * words. Unknown members are left out, null members are missing.
 */
public final class Validator {
  /** A value longer than this is not repeated in a message. */
  private static final int SHOWN_MAX = 1024;

  /** 9999-12-31T23:59:59Z, the last second that clients can write. */
  private static final BigDecimal TIMESTAMP_MAX = BigDecimal.valueOf(253_402_300_799L);

  private final Shapes shapes;
  private final UnknownMemberFilter known;

  public Validator(Shapes shapes) {
    this.shapes = shapes;
    this.known = new UnknownMemberFilter(shapes);
  }

  /**
   * @return the input with the members that its shape has, or ValidationException
   * @throws SerializationException for a value of the wrong JSON type
   */
  public Reply<JsonNode> check(String operation, JsonNode input) {
    Shape shape = shapes.inputOf(operation);
    Violations violations = new Violations(shapes.wording());
    structure(shape, input, "", violations);
    return violations
        .refusal()
        .<Reply<JsonNode>>map(Reply::failure)
        .orElseGet(() -> Reply.success(known.of(shape, input)));
  }

  private void structure(Shape shape, JsonNode node, String path, Violations violations) {
    require(node.isObject(), path, "a structure");
    for (Map.Entry<String, String> member : shape.members().entrySet()) {
      String at =
          path.isEmpty() ? Texts.lower(member.getKey()) : path + "." + Texts.lower(member.getKey());
      JsonNode value = node.get(member.getKey());
      if (value != null && !value.isNull()) {
        value(shapes.get(member.getValue()), value, at, violations);
      } else if (shape.required().contains(member.getKey())) {
        violations.addNull(at);
      }
    }
  }

  private void value(Shape shape, JsonNode node, String path, Violations violations) {
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
        require(isFinite(node), path, "a number");
        range(shape, node, path, violations);
      }
      case BOOLEAN -> require(node.isBoolean(), path, "a boolean");
      case TIMESTAMP -> require(isTimestamp(node), path, "a timestamp in seconds");
    }
  }

  private void list(Shape shape, JsonNode node, String path, Violations violations) {
    require(node.isArray(), path, "a list");
    length(shape, node.size(), "Value", path, violations);
    Shape element = shapes.get(shape.element().orElseThrow());
    Violations inside = elements(element, violations);
    int index = 1;
    for (JsonNode each : node) {
      element(element, each, path + "." + index++ + ".member", inside, violations);
    }
    together(element, inside, "Member", path, violations);
  }

  private void map(Shape shape, JsonNode node, String path, Violations violations) {
    require(node.isObject(), path, "a map");
    length(shape, node.size(), "Value", path, violations);
    Shape key = shapes.get(shape.key().orElseThrow());
    Shape element = shapes.get(shape.element().orElseThrow());
    Violations keys = elements(key, violations);
    Violations values = elements(element, violations);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      string(key, entry.getKey(), path + ".key", keys);
      String at = path + "." + Texts.shortened(entry.getKey()) + ".member";
      element(element, entry.getValue(), at, values, violations);
    }
    together(key, keys, "Map keys", path, violations);
    together(element, values, "Map value", path, violations);
  }

  private void element(
      Shape shape, JsonNode node, String path, Violations inside, Violations violations) {
    if (node.isNull()) {
      violations.addNull(path);
    } else {
      value(shape, node, path, inside);
    }
  }

  /** Collects the violations of elements; apart from the others if they are listed together. */
  private Violations elements(Shape element, Violations violations) {
    return element.kind() == Shape.Kind.STRING && shapes.wording().listsElementsTogether()
        ? new Violations(shapes.wording())
        : violations;
  }

  /** Lists all constraints of the elements once, if at least one is broken. */
  private static void together(
      Shape element, Violations inside, String whose, String path, Violations violations) {
    if (inside != violations && !inside.isEmpty()) {
      violations.add(
          "Value", path, whose + " must satisfy constraint: " + Constraints.ofText(element));
    }
  }

  private static void string(Shape shape, String value, String path, Violations violations) {
    require(Texts.isWhole(value), path, "a string of whole characters");
    String shown =
        shape.sensitive() || value.length() > SHOWN_MAX ? "Value" : "Value '" + value + "'";
    long length = value.codePointCount(0, value.length());
    length(shape, length, shown, path, violations);
    // A pattern with groups takes a stack frame for each repetition: none is tried on a text that
    // is far too long anyway.
    boolean tried = value.length() <= SHOWN_MAX || !isAbove(shape, BigDecimal.valueOf(length));
    if (tried && shape.pattern().filter(p -> !p.matcher(value).matches()).isPresent()) {
      violations.add(shown, path, Constraints.pattern(shape));
    }
    if (!shape.values().isEmpty() && !shape.values().contains(value)) {
      violations.add(shown, path, Constraints.values(shape));
    }
  }

  private static void length(
      Shape shape, long length, String shown, String path, Violations violations) {
    if (isAbove(shape, BigDecimal.valueOf(length))) {
      violations.add(shown, path, Constraints.atMost(shape, "length"));
    }
    if (shape.min().filter(min -> BigDecimal.valueOf(length).compareTo(min) < 0).isPresent()) {
      violations.add(shown, path, Constraints.atLeast(shape, "length"));
    }
  }

  private static void range(Shape shape, JsonNode node, String path, Violations violations) {
    if (shape.kind() == Shape.Kind.INTEGER) {
      require(node.canConvertToInt(), path, "a 32-bit integer");
    } else if (shape.kind() == Shape.Kind.LONG) {
      require(node.canConvertToLong(), path, "a 64-bit integer");
    }
    BigDecimal value = node.decimalValue();
    String shown = "Value '" + node.asText() + "'";
    if (isAbove(shape, value)) {
      violations.add(shown, path, Constraints.atMost(shape, "value"));
    }
    if (shape.min().filter(min -> value.compareTo(min) < 0).isPresent()) {
      violations.add(shown, path, Constraints.atLeast(shape, "value"));
    }
  }

  private static boolean isAbove(Shape shape, BigDecimal value) {
    return shape.max().filter(max -> value.compareTo(max) > 0).isPresent();
  }

  /** A number that is too large for a double is read as infinity. */
  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  private static boolean isTimestamp(JsonNode node) {
    return isFinite(node) && node.decimalValue().abs().compareTo(TIMESTAMP_MAX) <= 0;
  }

  private static void require(boolean typeFits, String path, String type) {
    if (!typeFits) {
      throw new SerializationException(
          (path.isEmpty() ? "The request body" : "'" + path + "'") + " must be " + type + ".");
    }
  }
}
