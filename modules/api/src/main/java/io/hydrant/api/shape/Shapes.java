package io.hydrant.api.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final Wording wording;

  private Shapes(Map<String, Shape> shapes, Wording wording) {
    this.shapes = shapes;
    this.wording = wording;
  }

  public static Shapes firehose() {
    return load("firehose.shapes.json", Wording.FIREHOSE);
  }

  public static Shapes kms() {
    return load("kms.shapes.json", Wording.KMS);
  }

  private static Shapes load(String resource, Wording wording) {
    try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
      Map<String, Shape> shapes = new HashMap<>();
      Json.MAPPER
          .readTree(in)
          .get("shapes")
          .properties()
          .forEach(each -> shapes.put(each.getKey(), read(each.getValue(), wording)));
      return new Shapes(shapes, wording);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Shape read(JsonNode node, Wording wording) {
    Map<String, String> members = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    Json.member(node, "members")
        .ifPresent(
            all ->
                all.properties()
                    .forEach(
                        member -> {
                          // An exclamation mark means "required".
                          String shape = member.getValue().textValue();
                          if (shape.endsWith("!")) {
                            required.add(member.getKey());
                            shape = shape.substring(0, shape.length() - 1);
                          }
                          members.put(member.getKey(), shape);
                        }));
    return new Shape(
        Shape.Kind.valueOf(Json.required(node, "type").toUpperCase(Locale.ROOT)),
        Json.member(node, "min").map(JsonNode::decimalValue),
        Json.member(node, "max").map(JsonNode::decimalValue),
        Json.text(node, "pattern").map(Pattern::compile),
        wording.ordered(Json.texts(node, "enum")),
        Json.isTrue(node, "sensitive"),
        wording.ordered(members),
        required,
        Json.text(node, "of"),
        Json.text(node, "by"));
  }

  /** Returns whether Hydrant has such an operation of the service. */
  public boolean hasInput(String operation) {
    return shapes.containsKey(operation + "Input");
  }

  Wording wording() {
    return wording;
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
