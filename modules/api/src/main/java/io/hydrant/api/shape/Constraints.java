package io.hydrant.api.shape;

import java.util.ArrayList;
import java.util.List;

/** The constraints of a shape in AWS's words, in the order in which AWS lists them. */
final class Constraints {
  static final String NOT_NULL = "Member must not be null";

  private Constraints() {}

  /**
   * @param measure length or value
   */
  static String atMost(Shape shape, String measure) {
    return "Member must have "
        + measure
        + " less than or equal to "
        + Shapes.number(shape.max().orElseThrow());
  }

  static String atLeast(Shape shape, String measure) {
    return "Member must have "
        + measure
        + " greater than or equal to "
        + Shapes.number(shape.min().orElseThrow());
  }

  static String pattern(Shape shape) {
    return "Member must satisfy regular expression pattern: "
        + shape.pattern().orElseThrow().pattern();
  }

  static String values(Shape shape) {
    return "Member must satisfy enum value set: " + shape.values();
  }

  /** Lists all constraints of a text, whichever of them is broken. */
  static List<String> ofText(Shape shape) {
    List<String> all = new ArrayList<>();
    shape.max().ifPresent(max -> all.add(atMost(shape, "length")));
    shape.min().ifPresent(min -> all.add(atLeast(shape, "length")));
    shape.pattern().ifPresent(pattern -> all.add(pattern(shape)));
    if (!shape.values().isEmpty()) {
      all.add(values(shape));
    }
    return all;
  }
}
