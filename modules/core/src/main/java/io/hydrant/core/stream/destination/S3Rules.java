package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an S3 configuration must keep, as a destination and inside another destination's. */
final class S3Rules {
  private static final int LARGE_OBJECT_SIZE_MIN = 64;
  private static final Pattern BUCKET_ARN = Pattern.compile("arn:[^:]+:s3:::[\\w.\\-]{1,255}");
  private static final Pattern FILE_EXTENSION = Pattern.compile("|\\.[0-9a-z!\\-_.*'()]{1,127}");

  private S3Rules() {}

  static Optional<Refusal> check(Structure s3) {
    return hints(s3)
        .or(() -> bucket(s3))
        .or(() -> prefix(s3))
        .or(() -> errorOutputPrefix(s3))
        .or(() -> partitioning(s3))
        .or(() -> conversion(s3))
        .or(() -> fileExtension(s3))
        .or(() -> timeZone(s3));
  }

  /** "If you specify a value for one of them, you must also provide a value for the other." */
  static Optional<Refusal> hints(Structure configuration) {
    return configuration
        .structure("BufferingHints")
        .filter(hints -> hints.has("SizeInMBs") != hints.has("IntervalInSeconds"))
        .map(
            hints ->
                DestinationErrors.invalid(
                    "BufferingHints must have both SizeInMBs and IntervalInSeconds, or neither."));
  }

  /** "Defaults to true" where the structure is there at all. */
  static boolean convertsFormat(Structure s3) {
    return s3.structure("DataFormatConversionConfiguration")
        .filter(conversion -> conversion.get("Enabled").filter(new Bool(false)::equals).isEmpty())
        .isPresent();
  }

  private static boolean partitions(Structure s3) {
    return s3.structure("DynamicPartitioningConfiguration")
        .filter(partitioning -> partitioning.isTrue("Enabled"))
        .isPresent();
  }

  private static Optional<Refusal> bucket(Structure s3) {
    return s3.text("BucketARN")
        .filter(arn -> !BUCKET_ARN.matcher(arn).matches())
        .map(arn -> DestinationErrors.invalid("Not the ARN of an S3 bucket: " + arn));
  }

  private static Optional<Refusal> prefix(Structure s3) {
    String prefix = s3.text("Prefix").orElse("");
    if (prefix.contains(PrefixExpressions.ERROR_OUTPUT_TYPE)) {
      return refused("Prefix must not contain !{firehose:error-output-type}.");
    }
    if (PrefixExpressions.isIn(prefix)
        && s3.text("ErrorOutputPrefix").filter(text -> !text.isEmpty()).isEmpty()) {
      return refused("ErrorOutputPrefix must be specified when Prefix contains expressions.");
    }
    if (PrefixExpressions.namesPartitionKey(prefix) && !partitions(s3)) {
      return refused(
          "Dynamic Partitioning Namespaces can not be part of a prefix when Dynamic Partitioning is"
              + " disabled.");
    }
    return PrefixExpressions.unknownIn(prefix)
        .flatMap(expression -> refused("Unknown expression in Prefix: " + expression));
  }

  private static Optional<Refusal> errorOutputPrefix(Structure s3) {
    String prefix = s3.text("ErrorOutputPrefix").orElse("");
    if (PrefixExpressions.isIn(prefix) && !prefix.contains(PrefixExpressions.ERROR_OUTPUT_TYPE)) {
      return refused(
          "ErrorOutputPrefix must contain !{firehose:error-output-type} when it contains"
              + " expressions.");
    }
    return PrefixExpressions.unknownIn(prefix)
        .flatMap(expression -> refused("Unknown expression in ErrorOutputPrefix: " + expression));
  }

  private static Optional<Refusal> partitioning(Structure s3) {
    return partitions(s3) && tooSmall(s3)
        ? refused(
            "BufferingHints.SizeInMBs must be at least 64 when Dynamic Partitioning is enabled.")
        : Optional.empty();
  }

  /** A converted object is compressed by its own serializer. */
  private static Optional<Refusal> conversion(Structure s3) {
    if (!convertsFormat(s3)) {
      return Optional.empty();
    }
    if (tooSmall(s3)) {
      return refused(
          "BufferingHints.SizeInMBs must be at least 64 when data format conversion is enabled.");
    }
    return s3.text("CompressionFormat")
        .filter(format -> !format.equals("UNCOMPRESSED"))
        .flatMap(
            format ->
                refused(
                    "CompressionFormat must be UNCOMPRESSED when data format conversion is"
                        + " enabled."));
  }

  private static boolean tooSmall(Structure s3) {
    return s3.structure("BufferingHints")
        .flatMap(hints -> hints.integer("SizeInMBs"))
        .filter(size -> size < LARGE_OBJECT_SIZE_MIN)
        .isPresent();
  }

  private static Optional<Refusal> fileExtension(Structure s3) {
    return s3.text("FileExtension")
        .filter(extension -> !FILE_EXTENSION.matcher(extension).matches())
        .flatMap(
            extension ->
                refused(
                    "FileExtension must start with a period, contain only the characters"
                        + " 0-9a-z!-_.*'() and have at most 128 of them."));
  }

  private static Optional<Refusal> timeZone(Structure s3) {
    return s3.text("CustomTimeZone")
        .filter(zone -> !zone.isEmpty() && !isZone(zone))
        .flatMap(zone -> refused("Not a time zone: " + zone));
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone).getRules() != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<Refusal> refused(String message) {
    return Optional.of(DestinationErrors.invalid(message));
  }
}
