package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value of the right type that tells something about a constraint.
 *
 * @param broken how a message ends when it breaks the constraint
 */
record Special(String what, JsonNode value, Optional<String> broken, boolean shown) {
  private static final int NO_LIMIT_TRY = 3;

  static List<Special> of(Form form, Samples samples) {
    List<Special> all = new ArrayList<>();
    switch (form.type()) {
      case STRING -> strings(form, all);
      case BLOB ->
          bounds(
              form,
              "length",
              bytes -> Optional.of(Samples.JSON.textNode(Samples.blob(bytes))),
              all);
      case INTEGER, DOUBLE ->
          bounds(form, "value", number -> Optional.of(Samples.JSON.numberNode(number)), all);
      case LIST -> {
        JsonNode element = samples.of(samples.forms().form(form.element()), false);
        bounds(form, "length", size -> Optional.of(Samples.repeated(element, size)), all);
      }
      case MAP ->
          bounds(
              form,
              "length",
              size -> Optional.<JsonNode>of(Samples.JSON.objectNode()).filter(map -> size == 0),
              all);
      case BOOLEAN -> all.add(valid("false", Samples.JSON.booleanNode(false)));
      default -> {}
    }
    return all;
  }

  private static void strings(Form form, List<Special> all) {
    if (!form.values().isEmpty()) {
      form.values().forEach(value -> all.add(valid(value, Samples.JSON.textNode(value))));
      all.add(
          new Special(
              "not in the enum",
              Samples.JSON.textNode("NOT_IN_IT"),
              Optional.of(
                  "Member must satisfy enum value set: [" + String.join(", ", form.values()) + "]"),
              true));
      return;
    }
    boolean shown = !form.declared().path("sensitive").asBoolean();
    bounds(form, "length", length -> Texts.ofLength(form, length).map(Samples.JSON::textNode), all);
    Texts.broken(form)
        .ifPresent(
            text ->
                all.add(
                    new Special(
                        "against the pattern",
                        Samples.JSON.textNode(text),
                        Optional.of(
                            "Member must satisfy regular expression pattern: "
                                + form.pattern().orElseThrow()),
                        shown)));
  }

  private static void bounds(
      Form form,
      String measure,
      java.util.function.IntFunction<Optional<JsonNode>> made,
      List<Special> all) {
    String constraint = "Member must have " + measure;
    int min = form.min().orElse(0);
    made.apply(min).ifPresent(value -> all.add(valid("at the minimum " + min, value)));
    if (min > 0 || (form.min().isPresent() && measure.equals("value"))) {
      // A text this short may break its pattern too, and both are reported.
      JsonNode below =
          made.apply(min - 1).orElseGet(() -> Samples.JSON.textNode("a".repeat(min - 1)));
      all.add(
          new Special(
              "below the minimum",
              below,
              Optional.of(constraint + " greater than or equal to " + min),
              true));
    }
    int max = form.max().orElse(min + NO_LIMIT_TRY);
    made.apply(max).ifPresent(value -> all.add(valid("at the maximum " + max, value)));
    if (form.max().isPresent()) {
      made.apply(max + 1)
          .ifPresent(
              value ->
                  all.add(
                      new Special(
                          "above the maximum",
                          value,
                          Optional.of(constraint + " less than or equal to " + max),
                          true)));
    }
  }

  private static Special valid(String what, JsonNode value) {
    return new Special(what, value, Optional.empty(), true);
  }

  Variant.Verdict at(Place place) {
    return broken
        .<Variant.Verdict>map(constraint -> new Variant.Broken(place.path(), constraint, shown))
        .orElseGet(Variant.Valid::new);
  }
}
