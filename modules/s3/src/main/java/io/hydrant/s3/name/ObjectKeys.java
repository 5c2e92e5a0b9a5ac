package io.hydrant.s3.name;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The rules for keys of objects: any text in UTF-8, of limited length. */
public final class ObjectKeys {
  /** The limit in bytes of UTF-8. */
  public static final int BYTES_MAX = 1024;

  /** The order of keys in listings: by the bytes of UTF-8, without signs. */
  public static final Comparator<String> ORDER =
      (left, right) -> Arrays.compareUnsigned(utf8(left), utf8(right));

  private ObjectKeys() {}

  public static boolean isTooLong(String key) {
    return key.length() > BYTES_MAX || utf8(key).length > BYTES_MAX;
  }

  private static byte[] utf8(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
