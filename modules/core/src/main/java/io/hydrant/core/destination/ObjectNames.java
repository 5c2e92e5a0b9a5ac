package io.hydrant.core.destination;

import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
   * PREFIX + STREAM-VERSION-TIME-UUID + EXTENSION. Without expressions the prefix is followed by
   * {@code YYYY/MM/dd/HH/}, nothing between.
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
    return PrefixExpressions.isIn(prefix)
        ? PrefixExpressions.evaluate(prefix, time, random, Optional.empty())
        : prefix + PREFIX.format(time);
  }

  /** HADOOP_SNAPPY: the documentation says .hsnappy, but AWS's objects end in .snappy. */
  private static String extension(String compression) {
    return switch (compression) {
      case "GZIP" -> ".gz";
      case "ZIP" -> ".zip";
      case "Snappy", "HADOOP_SNAPPY" -> ".snappy";
      default -> "";
    };
  }
}
