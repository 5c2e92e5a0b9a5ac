package io.hydrant.delivery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.schema.HiveType;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows as the OpenX JSON SerDe does: it is lenient. Texts become numbers, one value becomes
 * an array of one, and objects in a text column become JSON.
 */
public final class OpenXReader implements RowReader {
  /**
   * The options of the SerDe.
   *
   * @param caseInsensitive keys match columns without regard to case
   * @param dotsToUnderscores a dot in a key is an underscore in the name of its column
   * @param keys the keys of columns whose key has another name; columns have no regard to case
   */
  public record Options(
      boolean caseInsensitive, boolean dotsToUnderscores, Map<String, String> keys) {
    public Options {
      Map<String, String> lower = new HashMap<>();
      keys.forEach((column, key) -> lower.put(column.toLowerCase(Locale.ROOT), key));
      keys = Map.copyOf(lower);
    }

    private String key(Column column) {
      return keys.getOrDefault(column.name().toLowerCase(Locale.ROOT), column.name());
    }
  }

  private final List<Column> columns;
  private final Options options;

  /**
   * @param columns the columns of the table
   */
  public OpenXReader(List<Column> columns, Options options) {
    this.columns = List.copyOf(columns);
    this.options = options;
  }

  @Override
  public List<Value.Fields> rows(byte[] record) throws ConversionException {
    List<Value.Fields> rows = new ArrayList<>();
    for (ObjectNode object : JsonObjects.of(record)) {
      rows.add(fields(columns, object));
    }
    return rows;
  }

  private Value.Fields fields(List<Column> fields, ObjectNode object) throws ConversionException {
    Map<String, JsonNode> members = new HashMap<>();
    object.properties().forEach(each -> members.put(member(each.getKey()), each.getValue()));
    List<Optional<Value>> values = new ArrayList<>();
    for (Column field : fields) {
      String key = member(options.key(field));
      values.add(value(field.type(), Optional.ofNullable(members.get(key))));
    }
    return new Value.Fields(values);
  }

  private String member(String key) {
    String dotted = options.dotsToUnderscores() ? key.replace('.', '_') : key;
    return folded(dotted);
  }

  private String folded(String key) {
    return options.caseInsensitive() ? key.toLowerCase(Locale.ROOT) : key;
  }

  private Optional<Value> value(HiveType type, Optional<JsonNode> given)
      throws ConversionException {
    if (given.isEmpty() || given.get().isNull()) {
      return Optional.empty();
    }
    JsonNode node = given.get();
    try {
      return type.accept(new Reading(node));
    } catch (IllegalArgumentException e) {
      throw ConversionException.malformed(String.valueOf(e.getMessage()));
    }
  }

  /** Reads a value of a type from a node. */
  private final class Reading implements HiveType.Visitor<Optional<Value>, ConversionException> {
    private final JsonNode node;

    Reading(JsonNode node) {
      this.node = node;
    }

    @Override
    public Optional<Value> visit(Primitive type) throws ConversionException {
      return primitive(type, node);
    }

    @Override
    public Optional<Value> visit(HiveType.BoundedText type) {
      return Optional.of(new Value.Text(Texts.cut(text(node), type.length())));
    }

    @Override
    public Optional<Value> visit(HiveType.Decimal type) {
      return Numbers.exact(type, node.asText());
    }

    @Override
    public Optional<Value> visit(HiveType.Array type) throws ConversionException {
      return Optional.of(elements(type, node));
    }

    @Override
    public Optional<Value> visit(HiveType.MapOf type) throws ConversionException {
      return Optional.of(entries(type, object(node)));
    }

    @Override
    public Optional<Value> visit(HiveType.Struct type) throws ConversionException {
      return Optional.of(struct(type, node));
    }
  }

  private Optional<Value> primitive(Primitive type, JsonNode node) throws ConversionException {
    return switch (type) {
      case STRING -> Optional.of(new Value.Text(text(node)));
      case BINARY -> Optional.of(new Value.Binary(Bytes.ofUtf8(text(node))));
      case TINYINT, SMALLINT, INT, BIGINT -> Optional.of(Numbers.whole(type, whole(node)));
      case FLOAT -> Optional.of(new Value.Floating(Float.parseFloat(node.asText())));
      case DOUBLE -> Optional.of(new Value.Floating(Double.parseDouble(node.asText())));
      case BOOLEAN -> Optional.of(new Value.Truth(Boolean.parseBoolean(node.asText())));
      case DATE ->
          Optional.of(
              new Value.Day(
                  Timestamps.readDay(node.asText()).orElseThrow(() -> notFitting(node.asText()))));
      case TIMESTAMP ->
          Optional.of(
              new Value.Moment(
                  Timestamps.read(numeric(node)).orElseThrow(() -> notFitting(node.asText()))));
    };
  }

  private static ConversionException notFitting(String text) {
    return ConversionException.malformed("For input string: \"" + text + "\"");
  }

  private static String numeric(JsonNode node) {
    return node.isNumber() ? Numbers.decimal(node.asText()).toPlainString() : node.asText();
  }

  /** A number in JSON loses its fraction; a text must be a whole number. */
  private static String whole(JsonNode node) {
    return node.isNumber()
        ? Numbers.decimal(node.asText()).toBigInteger().toString()
        : node.isValueNode() ? node.asText() : node.toString();
  }

  private String text(JsonNode node) {
    return node.isContainerNode() ? lowered(node).toString() : node.asText();
  }

  /** Objects in a text lose the case of their keys where the reader has no regard to it. */
  private JsonNode lowered(JsonNode node) {
    if (!options.caseInsensitive()) {
      return node;
    }
    if (node.isArray()) {
      var array = JsonObjects.array();
      node.forEach(each -> array.add(lowered(each)));
      return array;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonObjects.object();
      object
          .properties()
          .forEach(each -> copy.set(folded(each.getKey()), lowered(each.getValue())));
      return copy;
    }
    return node;
  }

  private Value elements(HiveType.Array type, JsonNode node) throws ConversionException {
    List<Optional<Value>> elements = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : JsonObjects.array().add(node)) {
      elements.add(value(type.element(), Optional.of(each)));
    }
    return new Value.Elements(elements);
  }

  private Value entries(HiveType.MapOf type, ObjectNode object) throws ConversionException {
    List<Value.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      Value key = MapKeys.read(type.key(), folded(each.getKey()));
      entries.add(new Value.Entry(key, value(type.value(), Optional.of(each.getValue()))));
    }
    return new Value.Entries(entries);
  }

  /** An array fills a struct by the order of its fields. */
  private Value struct(HiveType.Struct type, JsonNode node) throws ConversionException {
    if (!node.isArray()) {
      return fields(type.fields(), object(node));
    }
    List<Optional<Value>> values = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      values.add(value(type.fields().get(i).type(), Optional.ofNullable(node.get(i))));
    }
    return new Value.Fields(values);
  }

  private static ObjectNode object(JsonNode node) throws ConversionException {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw ConversionException.malformed(
        "Data is not JSONObject  but " + className(node) + " with value " + node.asText());
  }

  /** Returns the class that the SerDe's own parser has for a value. */
  private static String className(JsonNode node) {
    if (node.isArray()) {
      return "org.openx.data.jsonserde.json.JSONArray";
    }
    return node.isIntegralNumber()
        ? "java.lang.Long"
        : node.isNumber()
            ? "java.lang.Double"
            : node.isBoolean() ? "java.lang.Boolean" : "java.lang.String";
  }
}
