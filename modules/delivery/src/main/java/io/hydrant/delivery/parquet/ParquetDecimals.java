package io.hydrant.delivery.parquet;

import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.parquet.schema.Type;

/** Decimals as Parquet stores them: the unscaled number in bytes of a fixed length. */
final class ParquetDecimals {
  private ParquetDecimals() {}

  static byte[] bytes(Type type, BigDecimal number) {
    byte[] unscaled = number.unscaledValue().toByteArray();
    byte[] fixed = new byte[type.asPrimitiveType().getTypeLength()];
    Arrays.fill(fixed, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(unscaled, 0, fixed, fixed.length - unscaled.length, unscaled.length);
    return fixed;
  }
}
