package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** A domain of Elasticsearch, whose indexes may have types. */
class ElasticsearchKind extends ServiceKind {
  private static final int RETRY_SECONDS = 300;

  ElasticsearchKind() {
    super("FailedDocumentsOnly", RETRY_SECONDS, BufferingHints.DEFAULT);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return OpenSearchRules.check(configuration);
  }

  @Override
  public List<String> required() {
    return OpenSearchRules.REQUIRED;
  }

  @Override
  Structure defaults() {
    return Structure.empty().with("IndexRotationPeriod", new Text("OneDay"));
  }

  @Override
  public Structure updated(Structure merged, Structure update) {
    return OpenSearchRules.updated(merged, update);
  }
}
