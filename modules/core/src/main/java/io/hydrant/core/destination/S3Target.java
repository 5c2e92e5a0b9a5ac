package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import java.util.Optional;

/**
 * The settings of an S3 destination that delivery needs.
 *
 * @param prefix as configured, its expressions not evaluated
 * @param errorOutputPrefix the prefix of failed records, its expressions not evaluated
 * @param compression the API's CompressionFormat
 * @param fileExtension replaces the compression's own; with its dot
 * @param timeZone for the timestamps of names
 */
public record S3Target(
    String bucket,
    Optional<String> prefix,
    Optional<String> errorOutputPrefix,
    String compression,
    Optional<String> fileExtension,
    String timeZone,
    BufferingHints buffering) {

  /** Empty for destinations of another kind. */
  public static Optional<S3Target> of(Destination destination) {
    return destination.type().isS3()
        ? Optional.of(of(destination.configuration()))
        : Optional.empty();
  }

  /** Reads the target, also from a bucket inside another destination's configuration. */
  static S3Target of(Structure s3) {
    String arn = s3.text("BucketARN").orElse("");
    return new S3Target(
        arn.substring(arn.lastIndexOf(':') + 1),
        given(s3, "Prefix"),
        given(s3, "ErrorOutputPrefix"),
        s3.text("CompressionFormat").orElse("UNCOMPRESSED"),
        given(s3, "FileExtension"),
        given(s3, "CustomTimeZone").orElse("UTC"),
        BufferingHints.ofS3(s3));
  }

  /** The API takes an empty text for one that is not given. */
  private static Optional<String> given(Structure s3, String member) {
    return s3.text(member).filter(text -> !text.isEmpty());
  }
}
