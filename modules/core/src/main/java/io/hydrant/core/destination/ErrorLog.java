package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import java.util.Optional;

/**
 * The log in CloudWatch Logs that a destination names for its errors: an enabled {@code
 * CloudWatchLoggingOptions}.
 *
 * @param group the name of the log group
 * @param stream the name of the log stream
 * @param bucketArn the bucket whose errors it has
 */
public record ErrorLog(String group, String stream, String bucketArn) {
  /** Returns the log of processing and delivery. */
  public static Optional<ErrorLog> of(Destination destination) {
    return of(destination.configuration());
  }

  /** Returns the log of the backup. */
  public static Optional<ErrorLog> ofBackup(Destination destination) {
    return destination
        .configuration()
        .structure(BackupRules.member(destination.type()))
        .flatMap(ErrorLog::of);
  }

  private static Optional<ErrorLog> of(Structure bucket) {
    return bucket
        .structure("CloudWatchLoggingOptions")
        .filter(logging -> logging.isTrue("Enabled"))
        .map(
            logging ->
                new ErrorLog(
                    logging.text("LogGroupName").orElse(""),
                    logging.text("LogStreamName").orElse(""),
                    bucket.text("BucketARN").orElse("")));
  }
}
