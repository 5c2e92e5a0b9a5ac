package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/** A domain of OpenSearch, whose indexes have no types. */
final class OpenSearchKind extends ElasticsearchKind {
  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return OpenSearchRules.checkWithoutTypes(configuration);
  }
}
