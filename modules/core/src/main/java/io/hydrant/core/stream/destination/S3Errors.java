package io.hydrant.core.stream.destination;

import io.hydrant.core.entity.Refusal;

/**
 * The refusals of an S3 configuration beside those of its prefixes, processors, partitions and
 * formats. The words were recorded from AWS in September 2026, unless a method says that they are
 * assumed.
 */
final class S3Errors {
  private S3Errors() {}

  /** Assumed words. */
  static Refusal halfHints() {
    return invalid("BufferingHints must have both SizeInMBs and IntervalInSeconds, or neither.");
  }

  /** Assumed words: AWS's shape refuses such an ARN before. */
  static Refusal bucketArn(String arn) {
    return invalid("Not the ARN of an S3 bucket: " + arn);
  }

  static Refusal notOneEncryption() {
    return invalid("Exactly one of NoEncryptionConfig or KMSEncryptionConfig must be specified");
  }

  static Refusal keyOfAnotherRegion(String keyArn, String keyRegion, String bucketRegion) {
    return invalid(
        "KMS Key "
            + keyArn
            + " does not exist in the same region as the S3 bucket. KMS Key region: "
            + keyRegion
            + ". S3 Bucket Region: "
            + bucketRegion);
  }

  /**
   * Recorded for the group; assumed for the stream.
   *
   * @param what {@code Group} or {@code Stream}
   */
  static Refusal noLogName(String what) {
    return invalid("CloudWatch Log " + what + " Name is required if CloudWatch Logging is enabled");
  }

  static Refusal noBackupConfiguration() {
    return invalid("S3 backup destination configuration is required when enabling S3 backup.");
  }

  static Refusal backupDisabled() {
    return invalid("Disabling S3 backup is not currently supported.");
  }

  /** Assumed words; the bounds are those of AWS's documentation, page create-configure-backup. */
  static Refusal backupInterval(int min, int max) {
    return invalid(
        "S3 backup buffering interval must be between " + min + " and " + max + " seconds.");
  }

  static Refusal timeZone() {
    return invalid(
        "Provided custom time zone is not supported. Custom time zones are limited to UTC and"
            + " non-3-letter IANA time zones.");
  }

  /** Assumed words: AWS's shape refuses such an extension before. */
  static Refusal fileExtension() {
    return invalid(
        "FileExtension must start with a period, contain only the characters 0-9a-z!-_.*'() and"
            + " have at most 128 of them.");
  }

  static Refusal decompressionLater() {
    return invalid(
        "Enabling source decompression is not supported for existing stream with no Lambda"
            + " function attached.");
  }

  static Refusal nothingToUpdate() {
    return invalid("At least one destination or source configuration update must be provided");
  }

  private static Refusal invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
