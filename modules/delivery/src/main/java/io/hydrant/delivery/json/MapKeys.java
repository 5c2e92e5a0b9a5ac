package io.hydrant.delivery.json;

import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.schema.HiveType;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.Value;

/** Keys of maps, which are texts in JSON and may have another type in the table. */
final class MapKeys {
  private MapKeys() {}

  /**
   * @throws IllegalArgumentException where the text is not a value of the type
   */
  static Value read(HiveType type, String key) {
    return type.accept(new Reading(key));
  }

  /** Reads a key of a type; only scalars have a form as text. */
  private record Reading(String key) implements HiveType.Visitor<Value, RuntimeException> {
    @Override
    public Value visit(Primitive type) {
      return primitive(type, key);
    }

    @Override
    public Value visit(HiveType.BoundedText type) {
      return new Value.Text(Texts.cut(key, type.length()));
    }

    @Override
    public Value visit(HiveType.Decimal type) {
      return Numbers.exact(type, key).orElseThrow(() -> new IllegalArgumentException(key));
    }

    @Override
    public Value visit(HiveType.Array type) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public Value visit(HiveType.MapOf type) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public Value visit(HiveType.Struct type) {
      throw new IllegalArgumentException(key);
    }
  }

  private static Value primitive(Primitive type, String key) {
    return switch (type) {
      case TINYINT, SMALLINT, INT, BIGINT -> Numbers.whole(type, key);
      case FLOAT -> new Value.Floating(Float.parseFloat(key));
      case DOUBLE -> new Value.Floating(Double.parseDouble(key));
      case BOOLEAN -> new Value.Truth(Boolean.parseBoolean(key));
      case DATE ->
          new Value.Day(
              Timestamps.readDay(key).orElseThrow(() -> new IllegalArgumentException(key)));
      case TIMESTAMP ->
          new Value.Moment(
              Timestamps.read(key).orElseThrow(() -> new IllegalArgumentException(key)));
      case STRING -> new Value.Text(key);
      case BINARY -> new Value.Binary(Bytes.ofUtf8(key));
    };
  }
}
