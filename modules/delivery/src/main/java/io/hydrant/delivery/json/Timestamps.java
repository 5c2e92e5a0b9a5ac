package io.hydrant.delivery.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as the OpenX reader takes them, in UTC. */
final class Timestamps {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final Pattern LENIENT =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + " ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\\.([0-9]{1,9}))?");
  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})"
              + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?Z?");
  private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

  /** Numbers from here on count milliseconds, smaller ones seconds. */
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(1_000_000_000_000L);

  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 3;

  private Timestamps() {}

  /** Returns the time that a text names, as a number of seconds or milliseconds or as a date. */
  static Optional<LocalDateTime> read(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(ofNumber(new BigDecimal(text))).filter(Timestamps::isStorable);
    }
    Matcher lenient = LENIENT.matcher(text);
    Matcher time = lenient.matches() ? lenient : ISO.matcher(text);
    return time.matches() ? ofParts(time) : Optional.empty();
  }

  /** Returns whether the Julian day of a time has 32 bits, as files store it. */
  static boolean isStorable(LocalDateTime time) {
    long day = time.getLong(JulianFields.JULIAN_DAY);
    return day == (int) day;
  }

  /** Returns the time of a number of seconds, or of milliseconds where it is large. */
  static LocalDateTime ofNumber(BigDecimal number) {
    BigDecimal seconds =
        number.abs().compareTo(MILLISECONDS) < 0 ? number : number.movePointLeft(MILLI_DIGITS);
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    int nanos =
        seconds
            .subtract(whole)
            .movePointRight(NANO_DIGITS)
            .setScale(0, RoundingMode.DOWN)
            .intValue();
    return LocalDateTime.ofEpochSecond(whole.longValueExact(), nanos, ZoneOffset.UTC);
  }

  private static Optional<LocalDateTime> ofParts(Matcher time) {
    try {
      String fraction = Optional.ofNullable(time.group(7)).orElse("");
      return Optional.of(
          LocalDateTime.of(
              number(time, 1),
              number(time, 2),
              number(time, 3),
              number(time, 4),
              number(time, 5),
              number(time, 6),
              Integer.parseInt((fraction + "000000000").substring(0, NANO_DIGITS))));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /** Returns the day that a text names. */
  static Optional<LocalDate> readDay(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return read(text).map(LocalDateTime::toLocalDate);
    }
    try {
      return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
