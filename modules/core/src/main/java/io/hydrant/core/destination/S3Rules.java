package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules for an S3 configuration, as a destination and inside another destination's. Recorded
 * from AWS, September 2026, each by itself: which one wins where several are broken is assumed.
 */
final class S3Rules {
  private static final Pattern BUCKET_ARN = Pattern.compile("arn:[^:]+:s3:::[\\w.\\-]{1,255}");
  private static final Pattern FILE_EXTENSION = Pattern.compile("|\\.[0-9a-z!\\-_.*'()]{1,127}");

  private S3Rules() {}

  static Optional<ServiceError> check(Structure s3) {
    return hints(s3)
        .or(() -> bucket(s3))
        .or(() -> encryption(s3))
        .or(() -> logging(s3))
        .or(() -> timeZone(s3))
        .or(() -> fileExtension(s3))
        .or(() -> PrefixRules.check(s3))
        .or(() -> PartitioningRules.check(s3))
        .or(() -> ConversionRules.check(s3));
  }

  /** "If you specify a value for one of them, you must also provide a value for the other." */
  static Optional<ServiceError> hints(Structure configuration) {
    return configuration
        .structure("BufferingHints")
        .filter(hints -> hints.has("SizeInMBs") != hints.has("IntervalInSeconds"))
        .map(hints -> S3Errors.halfHints());
  }

  /** Logging that is enabled has a group, and, as the service model says, a stream. */
  static Optional<ServiceError> logging(Structure configuration) {
    return configuration
        .structure("CloudWatchLoggingOptions")
        .filter(logging -> logging.isTrue("Enabled"))
        .flatMap(logging -> logName(logging, "Group").or(() -> logName(logging, "Stream")));
  }

  private static Optional<ServiceError> logName(Structure logging, String what) {
    return logging.text("Log" + what + "Name").filter(name -> !name.isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(S3Errors.noLogName(what));
  }

  private static Optional<ServiceError> bucket(Structure s3) {
    return s3.text("BucketARN")
        .filter(arn -> !BUCKET_ARN.matcher(arn).matches())
        .map(S3Errors::bucketArn);
  }

  /** Requires one of the two members where the structure is given. */
  private static Optional<ServiceError> encryption(Structure s3) {
    return s3.structure("EncryptionConfiguration")
        .filter(given -> given.has("NoEncryptionConfig") == given.has("KMSEncryptionConfig"))
        .map(given -> S3Errors.notOneEncryption());
  }

  private static Optional<ServiceError> fileExtension(Structure s3) {
    return s3.text("FileExtension")
        .filter(extension -> !FILE_EXTENSION.matcher(extension).matches())
        .map(extension -> S3Errors.fileExtension());
  }

  private static Optional<ServiceError> timeZone(Structure s3) {
    return s3.text("CustomTimeZone")
        .filter(zone -> !zone.isEmpty() && !TimeZones.isSupported(zone))
        .map(zone -> S3Errors.timeZone());
  }
}
