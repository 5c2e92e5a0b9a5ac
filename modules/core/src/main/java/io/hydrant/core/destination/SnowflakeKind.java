package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** A table of Snowflake. */
final class SnowflakeKind extends ServiceKind {
  private static final int RETRY_SECONDS = 60;

  /** 1 MB: AWS documentation, page create-configure-backup; the service model still says 128. */
  private static final BufferingHints BUFFERING = new BufferingHints(1, 0);

  SnowflakeKind() {
    super("FailedDataOnly", RETRY_SECONDS, BUFFERING);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return SnowflakeRules.check(configuration);
  }

  @Override
  public Optional<ServiceError> missingCredentials(Structure configuration) {
    return unless(configuration.has("User"), KindErrors.snowflakeUser())
        .or(() -> unless(configuration.has("PrivateKey"), KindErrors.snowflakePrivateKey()));
  }

  @Override
  public List<String> required() {
    return List.of("AccountUrl", "Database", "Schema", "Table", "RoleARN", "S3Configuration");
  }

  @Override
  public List<String> secrets() {
    return List.of("PrivateKey", "KeyPassphrase");
  }

  @Override
  public boolean keepsFullBackup() {
    return true;
  }

  @Override
  Structure defaults() {
    return Structure.empty().with("DataLoadingOption", new Text("JSON_MAPPING"));
  }

  @Override
  public Structure updated(Structure merged, Structure update) {
    return SnowflakeRules.updated(merged, update);
  }
}
