package io.hydrant.delivery.json;

import io.hydrant.delivery.schema.HiveType.Decimal;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Numbers of columns from their texts. The messages are those of the JDK, as Firehose shows them.
 */
final class Numbers {
  private static final int DIGITS_MAX = 1000;

  private Numbers() {}

  /**
   * @throws NumberFormatException where the text is not a number of that type
   */
  static Value whole(Primitive type, String text) {
    return new Value.Whole(
        switch (type) {
          case TINYINT -> Byte.parseByte(text);
          case SMALLINT -> Short.parseShort(text);
          case INT -> Integer.parseInt(text);
          default -> Long.parseLong(text);
        });
  }

  /**
   * Returns the value; empty where it has more digits than the type, as Hive does.
   *
   * @throws NumberFormatException where the text is not a number
   */
  static Optional<Value> exact(Decimal type, String text) {
    BigDecimal scaled = decimal(text).setScale(type.scale(), RoundingMode.HALF_UP);
    return scaled.precision() > type.precision()
        ? Optional.empty()
        : Optional.of(new Value.Exact(scaled));
  }

  /**
   * Returns the number of a text.
   *
   * @throws NumberFormatException where the text is not a number, or one with so many digits before
   *     or after its point that no column can hold it
   */
  static BigDecimal decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) + number.precision() <= DIGITS_MAX) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // The message below is that of the other parsers.
    }
    throw new NumberFormatException("For input string: \"" + text + "\"");
  }
}
