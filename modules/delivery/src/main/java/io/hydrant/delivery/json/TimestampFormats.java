package io.hydrant.delivery.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which Hive's reader takes timestamps; the first that fits is used. */
public final class TimestampFormats {
  private static final String MILLIS = "millis";

  private final List<String> formats;
  private final List<DateTimeFormatter> formatters;

  /**
   * @param formats patterns, or {@code millis}; none means {@code yyyy-M-d H:m:s[.f]}
   */
  public TimestampFormats(List<String> formats) {
    this.formats = List.copyOf(formats);
    this.formatters =
        formats.stream()
            .filter(each -> !each.equals(MILLIS))
            .map(each -> DateTimeFormatter.ofPattern(each, Locale.ROOT))
            .toList();
  }

  /**
   * @throws IllegalArgumentException where no format fits
   */
  LocalDateTime read(String text) {
    Optional<LocalDateTime> millis = formats.contains(MILLIS) ? ofMillis(text) : Optional.empty();
    return millis
        .or(() -> formatters.stream().flatMap(each -> parsed(each, text).stream()).findFirst())
        .or(() -> text.contains(" ") ? Timestamps.read(text) : Optional.empty())
        .filter(Timestamps::isStorable)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]"));
  }

  private static Optional<LocalDateTime> ofMillis(String text) {
    return text.matches("-?[0-9]{1,18}")
        ? Optional.of(
            LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZoneOffset.UTC))
        : Optional.empty();
  }

  private static Optional<LocalDateTime> parsed(DateTimeFormatter formatter, String text) {
    try {
      var time = formatter.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof Instant instant) {
        return Optional.of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      }
      return Optional.of(time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time);
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }
}
