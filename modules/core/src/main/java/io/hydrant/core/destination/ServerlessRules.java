package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/**
 * The rules for the name of an OpenSearch Serverless collection. Recorded from AWS, September 2026.
 */
final class ServerlessRules {
  private ServerlessRules() {}

  static Optional<ServiceError> check(Structure configuration) {
    return configuration.has("CollectionEndpoint")
        ? Optional.empty()
        : Optional.of(KindErrors.noCollection());
  }
}
