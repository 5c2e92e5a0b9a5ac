package io.hydrant.delivery.jq;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** Formats a time as C's {@code strftime} does in the C locale. */
final class TimeFormatter {
  static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final int ABBREVIATED = 3;

  private TimeFormatter() {}

  static String format(BrokenDownTime time, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char each = format.charAt(i);
      if (each != '%' || i + 1 == format.length()) {
        text.append(each);
        continue;
      }
      int start = i++;
      // The modifiers for other calendars and digits have no effect in the C locale.
      if ((format.charAt(i) == 'E' || format.charAt(i) == 'O')
          && i + 1 < format.length()
          && Character.isLetter(format.charAt(i + 1))) {
        i++;
      }
      String field = field(time, format.charAt(i));
      text.append(field.isEmpty() ? format.substring(start, i + 1) : field);
    }
    return text.toString();
  }

  /** Returns the text of a field; empty where there is no such field. */
  private static String field(BrokenDownTime time, char conversion) {
    int hour = time.hours() % 12 == 0 ? 12 : time.hours() % 12;
    return switch (conversion) {
      case 'Y' -> Integer.toString(time.year());
      case 'C' -> Integer.toString(Math.floorDiv(time.year(), 100));
      case 'y' -> two(Math.floorMod(time.year(), 100));
      case 'm' -> two(time.month() + 1);
      case 'B' -> name(MONTHS, time.month());
      case 'b', 'h' -> abbreviated(MONTHS, time.month());
      case 'd' -> two(time.day());
      case 'e' -> blank(time.day());
      case 'j' -> String.format(Locale.ROOT, "%03d", time.yearDay() + 1);
      case 'H' -> two(time.hours());
      case 'k' -> blank(time.hours());
      case 'I' -> two(hour);
      case 'l' -> blank(hour);
      case 'M' -> two(time.minutes());
      case 'S' -> two((int) time.seconds());
      case 'Z' -> "UTC";
      case 'z' -> "+0000";
      case 'a' -> abbreviated(WEEKDAYS, time.weekday());
      case 'A' -> name(WEEKDAYS, time.weekday());
      case 'u' -> Integer.toString(time.weekday() == 0 ? 7 : time.weekday());
      case 'w' -> Integer.toString(time.weekday());
      case 'p' -> time.hours() < 12 ? "AM" : "PM";
      case 'P' -> time.hours() < 12 ? "am" : "pm";
      case 's' -> Long.toString(time.toSeconds());
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      case 'U' -> two((time.yearDay() + 7 - time.weekday()) / 7);
      case 'W' -> two((time.yearDay() + 7 - (time.weekday() + 6) % 7) / 7);
      case 'V' -> two(day(time).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'G' -> Integer.toString(day(time).get(IsoFields.WEEK_BASED_YEAR));
      case 'g' -> two(Math.floorMod(day(time).get(IsoFields.WEEK_BASED_YEAR), 100));
      default -> composed(time, conversion);
    };
  }

  private static String composed(BrokenDownTime time, char conversion) {
    return switch (conversion) {
      case 'D', 'x' -> format(time, "%m/%d/%y");
      case 'F' -> format(time, "%Y-%m-%d");
      case 'T', 'X' -> format(time, "%H:%M:%S");
      case 'R' -> format(time, "%H:%M");
      case 'r' -> format(time, "%I:%M:%S %p");
      case 'c' -> format(time, "%a %b %e %H:%M:%S %Y");
      default -> "";
    };
  }

  /** Returns the day that the year and the day of the year name. */
  private static LocalDate day(BrokenDownTime time) {
    try {
      return LocalDate.of(time.year(), 1, 1).plus(time.yearDay(), ChronoUnit.DAYS);
    } catch (DateTimeException tooFar) {
      return LocalDate.EPOCH;
    }
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  private static String blank(int number) {
    return String.format(Locale.ROOT, "%2d", number);
  }

  private static String name(List<String> names, int index) {
    return index >= 0 && index < names.size() ? names.get(index) : "?";
  }

  private static String abbreviated(List<String> names, int index) {
    String name = name(names, index);
    return name.substring(0, Math.min(ABBREVIATED, name.length()));
  }
}
