package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** The rules for the backup in a bucket. */
final class BackupRules {
  private static final int INTERVAL_MIN = 60;
  private static final int INTERVAL_MAX = 900;

  private BackupRules() {}

  static Optional<ServiceError> check(Destination destination) {
    return configuration(destination).or(() -> interval(destination));
  }

  /** A backup that is enabled says where it goes. Recorded from AWS, September 2026, for S3. */
  private static Optional<ServiceError> configuration(Destination destination) {
    Structure configuration = destination.configuration();
    boolean enabled = configuration.text("S3BackupMode").filter("Enabled"::equals).isPresent();
    return enabled && configuration.structure("S3BackupConfiguration").isEmpty()
        ? Optional.of(S3Errors.noBackupConfiguration())
        : Optional.empty();
  }

  /** "Zero buffering" is not for backups: AWS documentation, page create-configure-backup. */
  private static Optional<ServiceError> interval(Destination destination) {
    return destination
        .configuration()
        .structure(member(destination.type()))
        .flatMap(backup -> backup.structure("BufferingHints"))
        .flatMap(hints -> hints.integer("IntervalInSeconds"))
        .filter(seconds -> seconds < INTERVAL_MIN || seconds > INTERVAL_MAX)
        .map(seconds -> S3Errors.backupInterval(INTERVAL_MIN, INTERVAL_MAX));
  }

  /** Returns the S3Configuration of a destination that does not deliver through S3. */
  static String member(DestinationType type) {
    return type.kind().backupMember();
  }
}
