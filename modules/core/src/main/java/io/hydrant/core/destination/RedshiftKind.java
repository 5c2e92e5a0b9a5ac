package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** A table of Redshift, which copies the objects of an intermediate bucket. */
final class RedshiftKind extends ServiceKind {
  private static final int RETRY_SECONDS = 3600;

  RedshiftKind() {
    super("Disabled", RETRY_SECONDS, BufferingHints.DEFAULT);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return RedshiftRules.check(configuration);
  }

  @Override
  public Optional<ServiceError> missingCredentials(Structure configuration) {
    return unless(configuration.has("Password"), KindErrors.redshiftPassword());
  }

  @Override
  public List<String> required() {
    return List.of("RoleARN", "ClusterJDBCURL", "CopyCommand", "S3Configuration");
  }

  @Override
  public List<String> secrets() {
    return List.of("Password");
  }

  /** The buffering is that of the intermediate bucket: Redshift's configuration has no hints. */
  @Override
  public BufferingHints buffering(Structure configuration) {
    return BufferingHints.ofS3(
        configuration.structure("S3Configuration").orElse(Structure.empty()));
  }

  @Override
  public String backupMember() {
    return "S3BackupConfiguration";
  }

  @Override
  public boolean keepsFullBackup() {
    return true;
  }

  @Override
  Structure withHints(Structure shown) {
    return shown;
  }
}
