package io.hydrant.core.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Parses numbers, times and booleans. */
final class ConditionValueParser {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern EPOCH = Pattern.compile("\\d{1,12}");

  private ConditionValueParser() {}

  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text).stripTrailingZeros())
        : Optional.empty();
  }

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Parses seconds since 1970 or an ISO 8601 time, date or month; a date begins in UTC. */
  static Optional<Instant> moment(String text) {
    return EPOCH.matcher(text).matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : attempt(() -> OffsetDateTime.parse(text).toInstant())
            .or(() -> attempt(() -> startOf(LocalDate.parse(text))))
            .or(() -> attempt(() -> startOf(YearMonth.parse(text).atDay(1))));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<Instant> attempt(Supplier<Instant> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeParseException notThisForm) {
      return Optional.empty();
    }
  }
}
