package io.hydrant.core.destination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The expressions of prefixes, <code>!{namespace:value}</code>. */
final class PrefixExpressions {
  static final String ERROR_OUTPUT_TYPE = "!{firehose:error-output-type}";

  private static final String FROM_QUERY = "partitionKeyFromQuery";
  private static final String FROM_LAMBDA = "partitionKeyFromLambda";
  private static final Set<String> NAMESPACES =
      Set.of("timestamp", "firehose", FROM_QUERY, FROM_LAMBDA);

  private static final Pattern EXPRESSION = Pattern.compile("!\\{([^:{}]*):([^}]*)}");
  private static final int RANDOM_STRING_LENGTH = 11;
  private static final int ALPHANUMERIC = 36;

  /** A sample time and type of error, in place of any (assumed). */
  private static final ZonedDateTime ANY_TIME =
      Instant.parse("9999-12-31T23:59:59Z").atZone(ZoneOffset.UTC);

  private static final Optional<String> ANY_ERROR = Optional.of("processing-failed");

  private PrefixExpressions() {}

  /** Returns whether the prefix has an expression, well-formed or not. */
  static boolean isIn(String prefix) {
    return prefix.contains("!{");
  }

  static boolean namesPartitionKey(String prefix) {
    return EXPRESSION.matcher(prefix).results().anyMatch(PrefixExpressions::isPartitionKey);
  }

  /** The partition keys that MetadataExtraction makes. */
  static Set<String> keysFromQuery(String prefix) {
    return values(prefix, FROM_QUERY);
  }

  /** The partition keys that a Lambda function makes. */
  static Set<String> keysFromLambda(String prefix) {
    return values(prefix, FROM_LAMBDA);
  }

  private static Set<String> values(String prefix, String namespace) {
    return EXPRESSION
        .matcher(prefix)
        .results()
        .filter(found -> found.group(1).equals(namespace))
        .map(found -> found.group(2))
        .collect(Collectors.toSet());
  }

  /** An opening that begins no complete expression. */
  static boolean hasBrokenUsage(String prefix) {
    return isIn(EXPRESSION.matcher(prefix).replaceAll(" "));
  }

  /** The first namespace that is none of the service's. */
  static Optional<String> unknownNamespace(String prefix) {
    return EXPRESSION
        .matcher(prefix)
        .results()
        .map(found -> found.group(1))
        .filter(namespace -> !NAMESPACES.contains(namespace))
        .findFirst();
  }

  /** A value that its namespace does not have. */
  static boolean hasUnknownValue(String prefix) {
    return EXPRESSION.matcher(prefix).results().anyMatch(found -> !isKnown(found));
  }

  /**
   * Returns the length of the evaluated prefix, with at least one character for each partition key.
   */
  static int evaluatedLength(String prefix) {
    String evaluated =
        evaluate(prefix, new Values(ANY_TIME, new UUID(0, 0), ANY_ERROR, Map.of(), Map.of()));
    return EXPRESSION.matcher(evaluated).replaceAll("k").length();
  }

  /**
   * The values of expressions.
   *
   * @param random where each {@code random-string} comes from; the same gives the same
   * @param errorOutputType for {@code error-output-type}, for example {@code processing-failed};
   *     empty for records that did not fail
   * @param queryKeys the partition keys of the query; a key without a value stays as it is written
   * @param lambdaKeys the partition keys of the Lambda function, likewise
   */
  record Values(
      ZonedDateTime time,
      UUID random,
      Optional<String> errorOutputType,
      Map<String, String> queryKeys,
      Map<String, String> lambdaKeys) {
    private String of(MatchResult found) {
      String name = found.group(2);
      return switch (found.group(1)) {
        case "timestamp" -> TimePatterns.format(name, time);
        case FROM_QUERY -> queryKeys.getOrDefault(name, found.group());
        case FROM_LAMBDA -> lambdaKeys.getOrDefault(name, found.group());
        default ->
            name.equals("random-string")
                ? randomString(random, found.start())
                : errorOutputType.orElse(found.group());
      };
    }
  }

  /** Returns the prefix with its expressions replaced. */
  static String evaluate(String prefix, Values values) {
    return EXPRESSION
        .matcher(prefix)
        .replaceAll(found -> Matcher.quoteReplacement(values.of(found)));
  }

  /** Each random string in a prefix differs: its index is part of the hash. */
  private static String randomString(UUID random, int place) {
    UUID own = UUID.nameUUIDFromBytes((random + "@" + place).getBytes(StandardCharsets.US_ASCII));
    String digits =
        "0".repeat(RANDOM_STRING_LENGTH)
            + Long.toUnsignedString(own.getMostSignificantBits(), ALPHANUMERIC);
    return digits.substring(digits.length() - RANDOM_STRING_LENGTH);
  }

  private static boolean isKnown(MatchResult found) {
    return switch (found.group(1)) {
      case "timestamp" -> TimePatterns.writesEveryTime(found.group(2));
      case "firehose" ->
          found.group(2).equals("random-string") || found.group().equals(ERROR_OUTPUT_TYPE);
      default -> isPartitionKey(found) && !found.group(2).isEmpty();
    };
  }

  private static boolean isPartitionKey(MatchResult found) {
    return found.group(1).equals(FROM_QUERY) || found.group(1).equals(FROM_LAMBDA);
  }
}
