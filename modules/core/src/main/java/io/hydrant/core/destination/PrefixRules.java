package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;

/**
 * The rules for the two prefixes of an S3 configuration. Recorded from AWS, September 2026. Of the
 * order only this is recorded: an expression that is not well-formed is refused before a missing
 * ErrorOutputPrefix.
 */
final class PrefixRules {
  private static final int LENGTH_MAX = 512;

  private PrefixRules() {}

  static Optional<ServiceError> check(Structure s3) {
    String prefix = s3.text("Prefix").orElse("");
    String errorPrefix = s3.text("ErrorOutputPrefix").orElse("");
    return expressions("Prefix", prefix)
        .or(() -> errorTypeInPrefix(prefix))
        .or(() -> missingErrorPrefix(prefix, errorPrefix))
        .or(() -> expressions("ErrorOutputPrefix", errorPrefix))
        .or(() -> partitionKeyInErrorPrefix(errorPrefix))
        .or(() -> missingErrorType(errorPrefix))
        .or(() -> length("prefix", prefix))
        .or(() -> length("ErrorOutputPrefix", errorPrefix))
        .or(() -> partitionKeyWithoutPartitioning(s3, prefix));
  }

  private static Optional<ServiceError> expressions(String member, String prefix) {
    if (PrefixExpressions.hasBrokenUsage(prefix)) {
      return Optional.of(PrefixErrors.usage(prefix));
    }
    return PrefixExpressions.unknownNamespace(prefix)
        .map(PrefixErrors::namespace)
        .or(
            () ->
                PrefixExpressions.hasUnknownValue(prefix)
                    ? Optional.of(PrefixErrors.value(member))
                    : Optional.empty());
  }

  private static Optional<ServiceError> errorTypeInPrefix(String prefix) {
    return prefix.contains(PrefixExpressions.ERROR_OUTPUT_TYPE)
        ? Optional.of(PrefixErrors.errorTypeInPrefix())
        : Optional.empty();
  }

  /** A literal one is enough. */
  private static Optional<ServiceError> missingErrorPrefix(String prefix, String errorPrefix) {
    return PrefixExpressions.isIn(prefix) && errorPrefix.isEmpty()
        ? Optional.of(PrefixErrors.noErrorPrefix())
        : Optional.empty();
  }

  private static Optional<ServiceError> partitionKeyInErrorPrefix(String errorPrefix) {
    return PrefixExpressions.namesPartitionKey(errorPrefix)
        ? Optional.of(PartitioningErrors.namespaceInErrorPrefix())
        : Optional.empty();
  }

  private static Optional<ServiceError> missingErrorType(String errorPrefix) {
    return PrefixExpressions.isIn(errorPrefix)
            && !errorPrefix.contains(PrefixExpressions.ERROR_OUTPUT_TYPE)
        ? Optional.of(PrefixErrors.noErrorType())
        : Optional.empty();
  }

  /** Literals and what becomes of expressions; the default date that is appended does not count. */
  private static Optional<ServiceError> length(String what, String prefix) {
    return PrefixExpressions.evaluatedLength(prefix) > LENGTH_MAX
        ? Optional.of(PrefixErrors.length(what, LENGTH_MAX))
        : Optional.empty();
  }

  private static Optional<ServiceError> partitionKeyWithoutPartitioning(
      Structure s3, String prefix) {
    return PrefixExpressions.namesPartitionKey(prefix) && !PartitioningRules.partitions(s3)
        ? Optional.of(PartitioningErrors.namespaceWithoutPartitioning())
        : Optional.empty();
  }
}
