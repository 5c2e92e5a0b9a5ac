package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What a destination's configuration must keep beyond its shape. */
public final class DestinationRules {
  private static final int PARTITIONED_SIZE_MIN = 64;
  private static final Set<String> REDSHIFT_UNREADABLE = Set.of("ZIP", "Snappy", "HADOOP_SNAPPY");

  private DestinationRules() {}

  public static Optional<Refusal> check(Destination destination) {
    Structure configuration = destination.configuration();
    if (destination.type().isS3()) {
      return checkS3(configuration);
    }
    return hints(configuration)
        .or(() -> configuration.structure("S3Configuration").flatMap(DestinationRules::checkS3))
        .or(() -> redshift(destination));
  }

  private static Optional<Refusal> checkS3(Structure s3) {
    return hints(s3)
        .or(() -> bucket(s3))
        .or(() -> prefixes(s3))
        .or(() -> partitioning(s3))
        .or(() -> timeZone(s3));
  }

  /** "If you specify a value for one of them, you must also provide a value for the other." */
  private static Optional<Refusal> hints(Structure configuration) {
    return configuration
        .structure("BufferingHints")
        .filter(hints -> hints.has("SizeInMBs") != hints.has("IntervalInSeconds"))
        .map(
            hints ->
                DestinationErrors.invalid(
                    "BufferingHints must have both SizeInMBs and IntervalInSeconds, or neither."));
  }

  private static Optional<Refusal> bucket(Structure s3) {
    return s3.text("BucketARN")
        .filter(arn -> !S3Target.isBucketArn(arn))
        .map(arn -> DestinationErrors.invalid("Not the ARN of an S3 bucket: " + arn));
  }

  /** A prefix with expressions needs an error prefix, and that one must tell the kind of error. */
  private static Optional<Refusal> prefixes(Structure s3) {
    String prefix = s3.text("Prefix").orElse("");
    Optional<String> errors = s3.text("ErrorOutputPrefix").filter(text -> !text.isEmpty());
    if (prefix.contains("!{firehose:error-output-type}")) {
      return Optional.of(
          DestinationErrors.invalid("Prefix must not contain !{firehose:error-output-type}."));
    }
    if (prefix.contains("!{") && errors.isEmpty()) {
      return Optional.of(
          DestinationErrors.invalid(
              "ErrorOutputPrefix must be specified when Prefix contains expressions."));
    }
    if (errors.filter(text -> text.contains("!{")).isPresent()
        && !errors.get().contains("!{firehose:error-output-type}")) {
      return Optional.of(
          DestinationErrors.invalid(
              "ErrorOutputPrefix must contain !{firehose:error-output-type} when it contains"
                  + " expressions."));
    }
    return ObjectNames.unknownExpression(prefix)
        .map(
            expression -> DestinationErrors.invalid("Unknown expression in Prefix: " + expression));
  }

  private static Optional<Refusal> partitioning(Structure s3) {
    boolean large =
        s3.structure("DynamicPartitioningConfiguration")
            .filter(c -> c.isTrue("Enabled"))
            .isPresent();
    int size =
        s3.structure("BufferingHints")
            .map(BufferingHints::of)
            .orElse(BufferingHints.DEFAULT)
            .sizeInMBs();
    return large && s3.has("BufferingHints") && size < PARTITIONED_SIZE_MIN
        ? Optional.of(
            DestinationErrors.invalid(
                "BufferingHints.SizeInMBs must be at least 64 when Dynamic Partitioning is"
                    + " enabled."))
        : Optional.empty();
  }

  private static Optional<Refusal> timeZone(Structure s3) {
    return s3.text("CustomTimeZone")
        .filter(zone -> !isZone(zone))
        .map(zone -> DestinationErrors.invalid("Not a time zone: " + zone));
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<Refusal> redshift(Destination destination) {
    return destination.type() == DestinationType.REDSHIFT
        ? destination
            .configuration()
            .structure("S3Configuration")
            .flatMap(s3 -> s3.text("CompressionFormat"))
            .filter(REDSHIFT_UNREADABLE::contains)
            .map(
                format ->
                    DestinationErrors.invalid(
                        "The compression format "
                            + format
                            + " cannot be specified in RedshiftDestinationConfiguration.S3Configuration."))
        : Optional.empty();
  }
}
