package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** Tables of Apache Iceberg. */
final class IcebergKind extends ServiceKind {
  private static final int RETRY_SECONDS = 300;

  IcebergKind() {
    super("FailedDataOnly", RETRY_SECONDS, BufferingHints.DEFAULT);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return IcebergRules.check(configuration);
  }

  @Override
  public List<String> required() {
    return List.of("RoleARN", "CatalogConfiguration", "S3Configuration");
  }

  @Override
  Structure defaults() {
    return Structure.empty().with("AppendOnly", new Bool(false));
  }
}
