package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/**
 * The refusals of an S3 configuration beside those of its prefixes, processors, partitions and
 * formats. The words were recorded from AWS in September 2026, unless a method says that they are
 * assumed.
 */
final class S3Errors {
  private S3Errors() {}

  /** Assumed words. */
  static ServiceError halfHints() {
    return invalid("BufferingHints must have both SizeInMBs and IntervalInSeconds, or neither.");
  }

  /** Assumed words: AWS's shape refuses such an ARN before. */
  static ServiceError bucketArn(String arn) {
    return invalid("Not the ARN of an S3 bucket: " + arn);
  }

  static ServiceError notOneEncryption() {
    return invalid("Exactly one of NoEncryptionConfig or KMSEncryptionConfig must be specified");
  }

  static ServiceError keyOfAnotherRegion(String keyArn, String keyRegion, String bucketRegion) {
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
  static ServiceError noLogName(String what) {
    return invalid("CloudWatch Log " + what + " Name is required if CloudWatch Logging is enabled");
  }

  static ServiceError noBackupConfiguration() {
    return invalid("S3 backup destination configuration is required when enabling S3 backup.");
  }

  static ServiceError backupDisabled() {
    return invalid("Disabling S3 backup is not currently supported.");
  }

  /** Assumed words; the bounds are those of AWS's documentation, page create-configure-backup. */
  static ServiceError backupInterval(int min, int max) {
    return invalid(
        "S3 backup buffering interval must be between " + min + " and " + max + " seconds.");
  }

  static ServiceError timeZone() {
    return invalid(
        "Provided custom time zone is not supported. Custom time zones are limited to UTC and"
            + " non-3-letter IANA time zones.");
  }

  /** Assumed words: AWS's shape refuses such an extension before. */
  static ServiceError fileExtension() {
    return invalid(
        "FileExtension must start with a period, contain only the characters 0-9a-z!-_.*'() and"
            + " have at most 128 of them.");
  }

  static ServiceError decompressionLater() {
    return invalid(
        "Enabling source decompression is not supported for existing stream with no Lambda"
            + " function attached.");
  }

  static ServiceError nothingToUpdate() {
    return invalid("At least one destination or source configuration update must be provided");
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
