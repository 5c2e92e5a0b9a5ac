package io.hydrant.delivery.json;

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
    if (!(type instanceof Primitive primitive)) {
      return new Value.Text(key);
    }
    return switch (primitive) {
      case TINYINT, SMALLINT, INT, BIGINT -> Numbers.whole(primitive, key);
      case FLOAT -> new Value.Floating(Float.parseFloat(key));
      case DOUBLE -> new Value.Floating(Double.parseDouble(key));
      case BOOLEAN -> new Value.Truth(Boolean.parseBoolean(key));
      case DATE ->
          new Value.Day(
              Timestamps.readDay(key).orElseThrow(() -> new IllegalArgumentException(key)));
      case TIMESTAMP ->
          new Value.Moment(
              Timestamps.read(key).orElseThrow(() -> new IllegalArgumentException(key)));
      case STRING, BINARY -> new Value.Text(key);
    };
  }
}
