package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document.Structure;
import java.util.Optional;

/**
 * What delivery needs of an S3 destination.
 *
 * @param prefix as configured, its expressions not evaluated
 * @param compression the API's CompressionFormat
 * @param fileExtension replaces the compression's own; with its dot
 * @param timeZone for the timestamps of names
 */
public record S3Target(
    String bucket,
    Optional<String> prefix,
    String compression,
    Optional<String> fileExtension,
    String timeZone,
    BufferingHints buffering) {

  private static final String ARN_PREFIX = "arn:aws:s3:::";

  /** Empty for destinations of another kind. */
  public static Optional<S3Target> of(Destination destination) {
    return destination.type().isS3()
        ? Optional.of(of(destination.configuration()))
        : Optional.empty();
  }

  private static S3Target of(Structure s3) {
    String arn = s3.text("BucketARN").orElse("");
    return new S3Target(
        arn.substring(arn.lastIndexOf(':') + 1),
        s3.text("Prefix").filter(prefix -> !prefix.isEmpty()),
        s3.text("CompressionFormat").orElse("UNCOMPRESSED"),
        s3.text("FileExtension").filter(extension -> !extension.isEmpty()),
        s3.text("CustomTimeZone").orElse("UTC"),
        s3.structure("BufferingHints").map(BufferingHints::of).orElse(BufferingHints.DEFAULT));
  }

  /** Whether it is the ARN of a bucket. */
  static boolean isBucketArn(String arn) {
    return arn.startsWith(ARN_PREFIX) && arn.length() > ARN_PREFIX.length();
  }
}
