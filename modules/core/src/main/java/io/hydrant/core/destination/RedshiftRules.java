package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import java.util.Set;

/** The rules of Redshift's COPY for the intermediate bucket. Recorded from AWS, September 2026. */
final class RedshiftRules {
  private static final Set<String> READABLE = Set.of("UNCOMPRESSED", "GZIP");

  private RedshiftRules() {}

  static Optional<ServiceError> check(Structure configuration) {
    return configuration
        .structure("S3Configuration")
        .flatMap(s3 -> compression(s3).or(() -> literalPrefix(s3)));
  }

  /** COPY does not read the other formats. */
  private static Optional<ServiceError> compression(Structure s3) {
    return s3.text("CompressionFormat")
        .filter(format -> !READABLE.contains(format))
        .map(format -> KindErrors.redshiftCompression());
  }

  /**
   * The prefix is a literal one and there is none for errors. Refused before the rules about
   * expressions in prefixes, as recorded. An empty ErrorOutputPrefix counts as none: assumed, as
   * that is so for S3 destinations.
   */
  private static Optional<ServiceError> literalPrefix(Structure s3) {
    boolean expressions = s3.text("Prefix").filter(PrefixExpressions::isIn).isPresent();
    boolean errorPrefix = s3.text("ErrorOutputPrefix").filter(text -> !text.isEmpty()).isPresent();
    return expressions || errorPrefix ? Optional.of(KindErrors.redshiftPrefix()) : Optional.empty();
  }
}
