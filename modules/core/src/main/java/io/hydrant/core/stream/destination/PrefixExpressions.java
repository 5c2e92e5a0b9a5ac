package io.hydrant.core.stream.destination;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions of prefixes, <code>!{namespace:value}</code>. */
final class PrefixExpressions {
  static final String ERROR_OUTPUT_TYPE = "!{firehose:error-output-type}";

  private static final Pattern EXPRESSION = Pattern.compile("!\\{([a-zA-Z]+):([^}]+)}");
  private static final int RANDOM_STRING_LENGTH = 11;
  private static final int ALPHANUMERIC = 36;

  private static final ZonedDateTime EARLIEST = Instant.EPOCH.atZone(ZoneOffset.UTC);
  private static final ZonedDateTime LATEST =
      Instant.parse("9999-12-31T23:59:59.999999999Z").atZone(ZoneOffset.UTC);

  private PrefixExpressions() {}

  /** Whether there is one, well-formed or not. */
  static boolean isIn(String prefix) {
    return prefix.contains("!{");
  }

  static boolean namesPartitionKey(String prefix) {
    return EXPRESSION.matcher(prefix).results().anyMatch(PrefixExpressions::isPartitionKey);
  }

  /** The first expression that is none of the service's, or is not closed. */
  static Optional<String> unknownIn(String prefix) {
    String rest =
        EXPRESSION
            .matcher(prefix)
            .replaceAll(found -> isKnown(found) ? " " : Matcher.quoteReplacement(found.group()));
    int start = rest.indexOf("!{");
    if (start < 0) {
      return Optional.empty();
    }
    int end = rest.indexOf('}', start);
    return Optional.of(end < 0 ? rest.substring(start) : rest.substring(start, end + 1));
  }

  /**
   * The prefix with its expressions replaced. Partition keys stay as they are written: they are
   * found by processing the records.
   *
   * @param random where each {@code random-string} comes from; the same gives the same
   * @param errorOutputType for {@code error-output-type}, for example {@code processing-failed};
   *     empty for records that did not fail
   */
  static String evaluate(
      String prefix, ZonedDateTime time, UUID random, Optional<String> errorOutputType) {
    return EXPRESSION
        .matcher(prefix)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, time, random, errorOutputType)));
  }

  private static String value(
      MatchResult found, ZonedDateTime time, UUID random, Optional<String> errorOutputType) {
    if (found.group(1).equals("timestamp")) {
      return DateTimeFormatter.ofPattern(found.group(2), Locale.ROOT).format(time);
    }
    return switch (found.group(1) + ":" + found.group(2)) {
      case "firehose:random-string" -> randomString(random, found.start());
      case "firehose:error-output-type" -> errorOutputType.orElse(found.group());
      default -> found.group();
    };
  }

  /** Each instance in a prefix is another string: its place is part of what it is made from. */
  private static String randomString(UUID random, int place) {
    UUID own = UUID.nameUUIDFromBytes((random + "@" + place).getBytes(StandardCharsets.US_ASCII));
    String digits =
        "0".repeat(RANDOM_STRING_LENGTH)
            + Long.toUnsignedString(own.getMostSignificantBits(), ALPHANUMERIC);
    return digits.substring(digits.length() - RANDOM_STRING_LENGTH);
  }

  private static boolean isKnown(MatchResult found) {
    return switch (found.group(1)) {
      case "timestamp" -> isTimePattern(found.group(2));
      case "firehose" ->
          found.group(2).equals("random-string") || found.group().equals(ERROR_OUTPUT_TYPE);
      default -> isPartitionKey(found);
    };
  }

  private static boolean isPartitionKey(MatchResult found) {
    return found.group(1).equals("partitionKeyFromQuery")
        || found.group(1).equals("partitionKeyFromLambda");
  }

  /** Some patterns write only some times: a width that the early hours need and no later ones. */
  private static boolean isTimePattern(String pattern) {
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      return !format.format(EARLIEST).isEmpty() && !format.format(LATEST).isEmpty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
