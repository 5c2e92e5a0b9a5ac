package io.hydrant.delivery.jq;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Parses a time as the GNU C library's {@code strptime} does in the C locale. An offset from UTC is
 * read and has no effect, as in jq.
 */
final class TimeParser {
  private static final int DAYS_OF_WEEK = 7;
  private static final int UNKNOWN_WEEKDAY = 8;
  private static final int UNKNOWN_YEAR_DAY = 367;
  private static final int FIRST_YEAR = 1900;

  private final TextCursor text;
  private int year = FIRST_YEAR;
  private int month;
  private int day;
  private int hours;
  private int minutes;
  private double seconds;
  private int weekday = UNKNOWN_WEEKDAY;
  private int yearDay = UNKNOWN_YEAR_DAY;
  private boolean afternoon;
  private boolean twelveHours;
  private boolean dated;
  private boolean monthAndDay;

  private TimeParser(String text) {
    this.text = new TextCursor(text);
  }

  /**
   * A parsed time.
   *
   * @param rest what follows it, beginning with a blank; or nothing
   */
  record Parsed(BrokenDownTime time, String rest) {}

  /** Returns the time; empty where the text does not match the format. */
  static Optional<Parsed> parse(String text, String format) {
    TimeParser parser = new TimeParser(text);
    if (!parser.matches(format)) {
      return Optional.empty();
    }
    String rest = parser.text.rest();
    return rest.isEmpty() || Character.isWhitespace(rest.charAt(0))
        ? Optional.of(new Parsed(parser.time(), rest))
        : Optional.empty();
  }

  private boolean matches(String format) {
    for (int i = 0; i < format.length(); i++) {
      char each = format.charAt(i);
      boolean matched;
      if (Character.isWhitespace(each)) {
        text.skipBlanks();
        matched = true;
      } else if (each == '%' && i + 1 < format.length()) {
        i++;
        if (format.charAt(i) == 'E' || format.charAt(i) == 'O') {
          i = Math.min(i + 1, format.length() - 1);
        }
        matched = field(format.charAt(i));
      } else {
        matched = text.accept(each);
      }
      if (!matched) {
        return false;
      }
    }
    return true;
  }

  private boolean field(char conversion) {
    return switch (conversion) {
      case 'Y' -> number(0, 9999, 4, this::year);
      case 'y' -> number(0, 99, 2, value -> year(value < 69 ? 2000 + value : FIRST_YEAR + value));
      case 'm' -> number(1, 12, 2, value -> month(value - 1));
      case 'B', 'b', 'h' -> name(TimeFormatter.MONTHS, this::month);
      case 'd', 'e' -> number(1, 31, 2, this::day);
      case 'j' -> number(1, 366, 3, value -> yearDay = value - 1);
      case 'H', 'k' -> number(0, 23, 2, value -> hour(value, false));
      case 'I', 'l' -> number(1, 12, 2, value -> hour(value % 12, true));
      case 'M' -> number(0, 59, 2, value -> minutes = value);
      case 'S' -> number(0, 61, 2, value -> seconds = value);
      case 'A', 'a' -> name(TimeFormatter.WEEKDAYS, value -> weekday = value);
      case 'p', 'P' -> name(List.of("AM", "PM"), value -> afternoon = value == 1);
      case 'w' -> number(0, 6, 1, value -> weekday = value);
      case 'u' -> number(1, 7, 1, value -> weekday = value % DAYS_OF_WEEK);
      case 'U', 'V', 'W' -> number(0, 53, 2, value -> {});
      case 'G' -> number(0, 9999, 4, value -> {});
      case 'g', 'C' -> number(0, 99, 2, value -> {});
      case 's' -> epoch();
      case 'z' -> offset();
      case 'Z' -> zone();
      case 'n', 't' -> {
        text.skipBlanks();
        yield true;
      }
      case '%' -> text.accept('%');
      case 'D', 'x' -> matches("%m/%d/%y");
      case 'F' -> matches("%Y-%m-%d");
      case 'T', 'X' -> matches("%H:%M:%S");
      case 'R' -> matches("%H:%M");
      case 'r' -> matches("%I:%M:%S %p");
      case 'c' -> matches("%a %b %e %H:%M:%S %Y");
      default -> false;
    };
  }

  private interface Taken {
    void take(int value);
  }

  private void year(int value) {
    year = value;
    dated = true;
  }

  private void month(int value) {
    month = value;
    dated = true;
    monthAndDay = true;
  }

  private void day(int value) {
    day = value;
    dated = true;
    monthAndDay = true;
  }

  private void hour(int value, boolean ofTwelve) {
    hours = value;
    twelveHours = ofTwelve;
  }

  private boolean number(int least, int greatest, int digits, Taken taken) {
    return take(text.number(least, greatest, digits), taken);
  }

  private boolean name(List<String> names, Taken taken) {
    return take(text.name(names), taken);
  }

  private static boolean take(OptionalInt value, Taken taken) {
    value.ifPresent(taken::take);
    return value.isPresent();
  }

  private boolean epoch() {
    String digits = text.digits(11);
    Optional<BrokenDownTime> time =
        digits.isEmpty()
            ? Optional.empty()
            : BrokenDownTime.ofSeconds((double) Long.parseLong(digits));
    time.ifPresent(this::take);
    return time.isPresent();
  }

  private void take(BrokenDownTime time) {
    year = time.year();
    month = time.month();
    day = time.day();
    hours = time.hours();
    minutes = time.minutes();
    seconds = time.seconds();
    weekday = time.weekday();
    yearDay = time.yearDay();
  }

  private boolean offset() {
    text.skipBlanks();
    if (text.accept('Z')) {
      return true;
    }
    if (!text.accept('+') && !text.accept('-')) {
      return false;
    }
    if (!number(0, 23, 2, value -> {})) {
      return false;
    }
    text.accept(':');
    return text.isAtEnd() || !text.isAtDigit() || number(0, 59, 2, value -> {});
  }

  private boolean zone() {
    text.skipBlanks();
    text.skipWord();
    return true;
  }

  private BrokenDownTime time() {
    if (twelveHours && afternoon) {
      hours += 12;
    }
    if (dated && !monthAndDay && yearDay != UNKNOWN_YEAR_DAY) {
      LocalDate found = LocalDate.of(year, 1, 1).plusDays(yearDay);
      month = found.getMonthValue() - 1;
      day = found.getDayOfMonth();
    }
    if (dated) {
      complete();
    }
    return new BrokenDownTime(year, month, day, hours, minutes, seconds, weekday, yearDay);
  }

  /** Computes the day of the week and of the year, where the text does not say them. */
  private void complete() {
    try {
      LocalDate first = LocalDate.of(year, month + 1, 1);
      LocalDate date = first.plusDays(day - 1L);
      if (weekday == UNKNOWN_WEEKDAY) {
        weekday = date.getDayOfWeek().getValue() % DAYS_OF_WEEK;
      }
      if (yearDay == UNKNOWN_YEAR_DAY) {
        // It is -1 where the text has no day.
        yearDay = first.getDayOfYear() + day - 2;
      }
    } catch (DateTimeException tooFar) {
      weekday = 0;
      yearDay = 0;
    }
  }
}
