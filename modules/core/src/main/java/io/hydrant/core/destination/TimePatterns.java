package io.hydrant.core.destination;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The patterns of times that AWS takes. Recorded from AWS, September 2026, for each letter alone: C
 * I J P R T U V b f i j l o p r t are refused, the very ones that {@link DateTimeFormatter}
 * refuses; quoted texts are taken.
 */
final class TimePatterns {
  private static final ZonedDateTime EARLIEST = Instant.EPOCH.atZone(ZoneOffset.UTC);
  private static final ZonedDateTime LATEST =
      Instant.parse("9999-12-31T23:59:59.999999999Z").atZone(ZoneOffset.UTC);

  private TimePatterns() {}

  static boolean isPattern(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Returns whether every time can be formatted so. Some patterns write only some times: a width
   * that the early hours need and no later ones.
   */
  static boolean writesEveryTime(String pattern) {
    try {
      return !format(pattern, EARLIEST).isEmpty() && !format(pattern, LATEST).isEmpty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  static String format(String pattern, ZonedDateTime time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
