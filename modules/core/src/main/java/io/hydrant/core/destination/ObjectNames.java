package io.hydrant.core.destination;

import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The key of a delivered object. */
public final class ObjectNames {
  private static final DateTimeFormatter PREFIX =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/", Locale.ROOT);
  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT);

  private ObjectNames() {}

  /**
   * The facts that a name is made of.
   *
   * @param oldest when the oldest record of the object came
   * @param random the random part, also the source of {@code !{firehose:random-string}}
   */
  public record Facts(StreamName stream, String versionId, Instant oldest, UUID random) {}

  /**
   * PREFIX + STREAM-VERSION-TIME-UUID + EXTENSION. Without expressions the prefix is followed by
   * {@code YYYY/MM/dd/HH/}, nothing between.
   *
   * @param extension of the object, with its dot, where the target names none
   */
  public static String name(S3Target target, Facts facts, String extension) {
    return name(target, facts, extension, Map.of(), Map.of());
  }

  /** Returns the name of an object of a partition. */
  public static String name(
      S3Target target,
      Facts facts,
      String extension,
      Map<String, String> queryKeys,
      Map<String, String> lambdaKeys) {
    ZonedDateTime time = facts.oldest().atZone(ZoneId.of(target.timeZone()));
    String prefix = target.prefix().orElse("");
    String evaluated =
        PrefixExpressions.isIn(prefix)
            ? PrefixExpressions.evaluate(
                prefix,
                new PrefixExpressions.Values(
                    time, facts.random(), Optional.empty(), queryKeys, lambdaKeys))
            : prefix + PREFIX.format(time);
    return evaluated + suffix(facts, time) + target.fileExtension().orElse(extension);
  }

  /**
   * Returns the name of an object with records that failed. Without expressions its prefix is
   * ErrorOutputPrefix, or Prefix where there is none, then the type of error and {@code
   * YYYY/MM/dd/HH/}. It has no extension.
   *
   * @param errorType for example {@code processing-failed}
   */
  public static String errors(S3Target target, Facts facts, String errorType) {
    ZonedDateTime time = facts.oldest().atZone(ZoneId.of(target.timeZone()));
    String prefix = target.errorOutputPrefix().or(target::prefix).orElse("");
    String evaluated =
        PrefixExpressions.isIn(prefix)
            ? PrefixExpressions.evaluate(
                prefix,
                new PrefixExpressions.Values(
                    time, facts.random(), Optional.of(errorType), Map.of(), Map.of()))
            : prefix + errorType + "/" + PREFIX.format(time);
    return evaluated + suffix(facts, time);
  }

  private static String suffix(Facts facts, ZonedDateTime time) {
    return facts.stream()
        + "-"
        + facts.versionId()
        + "-"
        + SUFFIX.format(time)
        + "-"
        + facts.random();
  }

  /** HADOOP_SNAPPY: the documentation says .hsnappy, but AWS's objects end in .snappy. */
  public static String extension(String compression) {
    return switch (compression) {
      case "GZIP" -> ".gz";
      case "ZIP" -> ".zip";
      case "Snappy", "HADOOP_SNAPPY" -> ".snappy";
      default -> "";
    };
  }
}
