package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/** An HTTP endpoint. An access key is sent if there is one; none is required. */
final class HttpEndpointKind extends ServiceKind {
  private static final int RETRY_SECONDS = 300;

  /** 300 seconds: service model; the page create-configure-backup says 60. */
  private static final BufferingHints BUFFERING = new BufferingHints(5, 300);

  HttpEndpointKind() {
    super("FailedDataOnly", RETRY_SECONDS, BUFFERING);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return HttpEndpointRules.check(configuration);
  }

  @Override
  public List<String> required() {
    return List.of("EndpointConfiguration", "S3Configuration");
  }

  @Override
  public List<String> secrets() {
    return List.of("EndpointConfiguration.AccessKey");
  }
}
