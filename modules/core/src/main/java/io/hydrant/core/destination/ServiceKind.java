package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.Map;
import java.util.Optional;

/**
 * The common rules of the kinds that deliver to a service other than S3, with a bucket beside it.
 * The defaults are those of the service model where it names one; retries of HTTP, Snowflake and
 * Iceberg and the backup modes that are called {@code FailedDataOnly} are what the service's
 * clients document.
 */
abstract class ServiceKind implements DestinationKind {
  private final String backupMode;
  private final int retrySeconds;
  private final BufferingHints buffering;

  ServiceKind(String backupMode, int retrySeconds, BufferingHints buffering) {
    this.backupMode = backupMode;
    this.retrySeconds = retrySeconds;
    this.buffering = buffering;
  }

  /** Returns the first rule that only this kind has and that the configuration breaks. */
  abstract Optional<ServiceError> checkOwn(Structure configuration);

  /** Returns the defaults that only this kind has. */
  Structure defaults() {
    return Structure.empty();
  }

  @Override
  public final Optional<ServiceError> check(Structure configuration) {
    return S3Rules.hints(configuration)
        .or(() -> S3Rules.logging(configuration))
        .or(() -> SecretsManagerRules.check(configuration))
        .or(() -> checkOwn(configuration));
  }

  @Override
  public BufferingHints buffering(Structure configuration) {
    return buffering.replacedBy(configuration);
  }

  @Override
  public String backupMember() {
    return "S3Configuration";
  }

  @Override
  public final Structure describe(DestinationType type, Structure configuration) {
    Structure shown =
        DestinationDescriptions.withVpc(DestinationDescriptions.renamed(configuration))
            .withDefault(
                "RetryOptions",
                Structure.empty().with("DurationInSeconds", new Numeric(retrySeconds)))
            .withDefault("S3BackupMode", new Text(backupMode));
    for (Map.Entry<String, Document> member : defaults().members().entrySet()) {
      shown = shown.withDefault(member.getKey(), member.getValue());
    }
    return Structure.empty()
        .with(
            type.descriptionMember(),
            withHints(
                shown
                    .withDefault("CloudWatchLoggingOptions", DestinationDescriptions.disabled())
                    .withDefault(
                        "ProcessingConfiguration", DestinationDescriptions.noProcessing())));
  }

  /** Describes the default buffering hints, for the kinds whose configuration has that member. */
  Structure withHints(Structure shown) {
    return shown.withDefault("BufferingHints", buffering.asDocument());
  }

  static Optional<ServiceError> unless(boolean given, ServiceError refusal) {
    return given ? Optional.empty() : Optional.of(refusal);
  }
}
