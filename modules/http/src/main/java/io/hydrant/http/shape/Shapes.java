package io.hydrant.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shapes of a service's inputs, declared as data in a resource beside this class. The input of
 * an operation is the structure {@code <Operation>Input}.
 */
public final class Shapes {
  private final Map<String, Shape> shapes;

  private Shapes(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  public static Shapes firehose() {
    return load("firehose.shapes.json");
  }

  public static Shapes kms() {
    return load("kms.shapes.json");
  }

  private static Shapes load(String resource) {
    try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
      Map<String, Shape> shapes = new HashMap<>();
      Json.MAPPER
          .readTree(in)
          .get("shapes")
          .properties()
          .forEach(each -> shapes.put(each.getKey(), read(each.getValue())));
      return new Shapes(shapes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Shape read(JsonNode node) {
    Map<String, String> members = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    Json.member(node, "members")
        .ifPresent(
            all ->
                all.properties()
                    .forEach(
                        member -> {
                          // An exclamation mark stands for "required".
                          String shape = member.getValue().textValue();
                          if (shape.endsWith("!")) {
                            required.add(member.getKey());
                            shape = shape.substring(0, shape.length() - 1);
                          }
                          members.put(member.getKey(), shape);
                        }));
    List<String> values = new ArrayList<>(Json.texts(node, "enum"));
    return new Shape(
        Shape.Kind.valueOf(Json.required(node, "type").toUpperCase(Locale.ROOT)),
        Json.member(node, "min").map(JsonNode::decimalValue),
        Json.member(node, "max").map(JsonNode::decimalValue),
        Json.text(node, "pattern").map(Pattern::compile),
        values,
        Json.isTrue(node, "sensitive"),
        members,
        required,
        Json.text(node, "of"),
        Json.text(node, "by"));
  }

  /** Whether the service has such an operation here. */
  public boolean hasInput(String operation) {
    return shapes.containsKey(operation + "Input");
  }

  Shape inputOf(String operation) {
    return get(operation + "Input");
  }

  Shape get(String name) {
    return Optional.ofNullable(shapes.get(name))
        .orElseThrow(() -> new IllegalStateException("no shape " + name + " is declared"));
  }

  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
