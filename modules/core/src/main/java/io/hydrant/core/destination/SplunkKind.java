package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP event collector of Splunk. Its token is described back, so it is not among the secrets.
 */
final class SplunkKind extends ServiceKind {
  /**
   * AWS names no default. Clients document 300 seconds and so do published configurations; one
   * client sends 3600 by itself.
   */
  private static final int RETRY_SECONDS = 300;

  /** The service's clients document this default. */
  private static final int ACKNOWLEDGMENT_SECONDS = 180;

  private static final BufferingHints BUFFERING = new BufferingHints(5, 60);

  SplunkKind() {
    super("FailedEventsOnly", RETRY_SECONDS, BUFFERING);
  }

  @Override
  Optional<ServiceError> checkOwn(Structure configuration) {
    return SplunkRules.check(configuration);
  }

  @Override
  public Optional<ServiceError> missingCredentials(Structure configuration) {
    return unless(configuration.has("HECToken"), KindErrors.hecToken());
  }

  @Override
  public List<String> required() {
    return List.of("HECEndpoint", "HECEndpointType", "S3Configuration");
  }

  @Override
  public boolean keepsFullBackup() {
    return true;
  }

  @Override
  Structure defaults() {
    return Structure.empty()
        .with("HECAcknowledgmentTimeoutInSeconds", new Numeric(ACKNOWLEDGMENT_SECONDS));
  }
}
