package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** A collection of OpenSearch Serverless. */
final class ServerlessKind extends ServiceKind {
  private static final int RETRY_SECONDS = 300;

  ServerlessKind() {
    super("FailedDocumentsOnly", RETRY_SECONDS, BufferingHints.DEFAULT);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return ServerlessRules.check(configuration);
  }

  @Override
  public List<String> required() {
    return OpenSearchRules.REQUIRED;
  }
}
