package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members that each configuration must have. At creation the shapes see to it; an update has
 * none that is required, so an update that changes the type is checked here.
 */
final class RequiredMembers {
  private RequiredMembers() {}

  /** The first that is missing, an inner one as {@code S3Configuration.BucketARN}. */
  static Optional<String> firstMissing(DestinationType type, Structure configuration) {
    return type.kind().required().stream()
        .filter(member -> !configuration.has(member))
        .findFirst()
        .or(() -> firstMissingInside(configuration));
  }

  /** Checks the inner structures alone, which an update can add to a destination. */
  static Optional<String> firstMissingInside(Structure configuration) {
    return Stream.of("S3Configuration", "S3BackupConfiguration")
        .flatMap(member -> missing(member, configuration))
        .findFirst();
  }

  private static Stream<String> missing(String s3Member, Structure configuration) {
    return configuration.structure(s3Member).stream()
        .flatMap(s3 -> S3Kind.REQUIRED.stream().filter(member -> !s3.has(member)))
        .map(member -> s3Member + "." + member);
  }
}
