package io.hydrant.core.stream.destination;

import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of a delivered object. */
public final class ObjectNames {
  private static final Pattern EXPRESSION = Pattern.compile("!\\{([a-zA-Z]+):([^}]*)}");
  private static final DateTimeFormatter PREFIX =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/", Locale.ROOT);
  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT);
  private static final int RANDOM_STRING_LENGTH = 11;

  private ObjectNames() {}

  /**
   * PREFIX + STREAM-VERSION-TIME-UUID + EXTENSION. Without expressions the prefix is followed by
   * {@code YYYY/MM/dd/HH/}.
   *
   * @param oldest when the oldest record of the object came
   * @param random the random part, also the source of {@code !{firehose:random-string}}
   */
  public static String name(
      S3Target target, StreamName stream, String versionId, Instant oldest, UUID random) {
    ZonedDateTime time = oldest.atZone(ZoneId.of(target.timeZone()));
    return prefix(target.prefix().orElse(""), time, random)
        + stream
        + "-"
        + versionId
        + "-"
        + SUFFIX.format(time)
        + "-"
        + random
        + target.fileExtension().orElseGet(() -> extension(target.compression()));
  }

  private static String prefix(String prefix, ZonedDateTime time, UUID random) {
    if (!EXPRESSION.matcher(prefix).find()) {
      return prefix + PREFIX.format(time);
    }
    return EXPRESSION
        .matcher(prefix)
        .replaceAll(found -> Matcher.quoteReplacement(evaluate(found, time, random)));
  }

  private static String evaluate(
      java.util.regex.MatchResult expression, ZonedDateTime time, UUID random) {
    if (expression.group(1).equals("timestamp")) {
      return DateTimeFormatter.ofPattern(expression.group(2), Locale.ROOT).format(time);
    }
    return random.toString().replace("-", "").substring(0, RANDOM_STRING_LENGTH);
  }

  /** The first expression that is none of the service's; dynamic partitioning's are let through. */
  static Optional<String> unknownExpression(String prefix) {
    return EXPRESSION
        .matcher(prefix)
        .results()
        .filter(found -> !isKnown(found.group(1), found.group(2)))
        .map(java.util.regex.MatchResult::group)
        .findFirst();
  }

  private static boolean isKnown(String namespace, String argument) {
    return switch (namespace) {
      case "timestamp" -> isTimePattern(argument);
      case "firehose" -> argument.equals("random-string");
      case "partitionKeyFromQuery", "partitionKeyFromLambda" -> true;
      default -> false;
    };
  }

  private static boolean isTimePattern(String pattern) {
    try {
      String shown =
          DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
              .format(Instant.EPOCH.atZone(ZoneId.of("UTC")));
      return !shown.isEmpty();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return false;
    }
  }

  private static String extension(String compression) {
    return switch (compression) {
      case "GZIP" -> ".gz";
      case "ZIP" -> ".zip";
      case "Snappy", "HADOOP_SNAPPY" -> ".snappy";
      default -> "";
    };
  }
}
