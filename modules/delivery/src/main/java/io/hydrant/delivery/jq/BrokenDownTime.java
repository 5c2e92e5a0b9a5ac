package io.hydrant.delivery.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time in UTC as jq shows it: an array of eight numbers.
 *
 * @param month from 0
 * @param day from 1
 * @param seconds with their fraction
 * @param weekday from 0, which is Sunday
 * @param yearDay from 0
 */
record BrokenDownTime(
    int year,
    int month,
    int day,
    int hours,
    int minutes,
    double seconds,
    int weekday,
    int yearDay) {
  private static final int PARTS = 8;
  private static final int DAYS_OF_WEEK = 7;
  private static final double SECONDS_MAX = 3.0e16;

  /** Returns the time of a number of seconds; empty where it is too far away. */
  static Optional<BrokenDownTime> ofSeconds(double time) {
    if (!(Math.abs(time) < SECONDS_MAX)) {
      return Optional.empty();
    }
    LocalDateTime utc = LocalDateTime.ofEpochSecond((long) time, 0, ZoneOffset.UTC);
    return Optional.of(
        new BrokenDownTime(
            utc.getYear(),
            utc.getMonthValue() - 1,
            utc.getDayOfMonth(),
            utc.getHour(),
            utc.getMinute(),
            utc.getSecond() + (time - Math.floor(time)),
            utc.getDayOfWeek().getValue() % DAYS_OF_WEEK,
            utc.getDayOfYear() - 1));
  }

  /** Returns the time of an array of at least eight numbers. */
  static Optional<BrokenDownTime> of(JsonNode array) {
    if (!array.isArray() || array.size() < PARTS) {
      return Optional.empty();
    }
    for (int i = 0; i < PARTS; i++) {
      if (!array.get(i).isNumber() || Math.abs(array.get(i).asDouble()) > Integer.MAX_VALUE) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new BrokenDownTime(
            array.get(0).asInt(),
            array.get(1).asInt(),
            array.get(2).asInt(),
            array.get(3).asInt(),
            array.get(4).asInt(),
            array.get(5).asDouble(),
            array.get(6).asInt(),
            array.get(7).asInt()));
  }

  /** Returns the seconds since 1970. Parts beyond their range count on. */
  long toSeconds() {
    return LocalDate.of(year, 1, 1)
            .plusMonths(month)
            .plusDays(day - 1L)
            .atStartOfDay()
            .toEpochSecond(ZoneOffset.UTC)
        + hours * 3600L
        + minutes * 60L
        + (long) seconds;
  }

  ArrayNode toJson() {
    ArrayNode array =
        JsonNodeFactory.instance.arrayNode().add(year).add(month).add(day).add(hours).add(minutes);
    if (seconds == Math.floor(seconds)) {
      array.add((long) seconds);
    } else {
      array.add(seconds);
    }
    return array.add(weekday).add(yearDay);
  }
}
