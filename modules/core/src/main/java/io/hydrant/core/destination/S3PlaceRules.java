package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which account and region the things lie that S3 configurations name. Recorded from AWS,
 * September 2026: the role that reads a schema, after everything else of the conversion, and the
 * keys of buckets. Every bucket counts as one of the stream's region, as no region of a bucket is
 * known here.
 */
public final class S3PlaceRules {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  private S3PlaceRules() {}

  /** InvalidArgumentException for a key, AccessDeniedException for a role that lies elsewhere. */
  public static Optional<ServiceError> check(
      String account, String region, Destination destination) {
    return keys(region, destination).or(() -> schemaRole(account, destination));
  }

  private static Optional<ServiceError> keys(String region, Destination destination) {
    Structure configuration = destination.configuration();
    return Stream.concat(
            Stream.of(configuration),
            Stream.of("S3Configuration", "S3BackupConfiguration")
                .flatMap(member -> configuration.structure(member).stream()))
        .flatMap(s3 -> s3.structure("EncryptionConfiguration").stream())
        .flatMap(encryption -> encryption.structure("KMSEncryptionConfig").stream())
        .flatMap(key -> key.text("AWSKMSKeyARN").stream())
        .filter(arn -> !part(arn, REGION).equals(Optional.of(region)))
        .map(arn -> S3Errors.keyOfAnotherRegion(arn, part(arn, REGION).orElse(""), region))
        .findFirst();
  }

  private static Optional<ServiceError> schemaRole(String account, Destination destination) {
    return Optional.of(destination.configuration())
        .filter(ConversionRules::converts)
        .flatMap(s3 -> s3.structure("DataFormatConversionConfiguration"))
        .flatMap(conversion -> conversion.structure("SchemaConfiguration"))
        .flatMap(schema -> schema.text("RoleARN"))
        .flatMap(arn -> part(arn, ACCOUNT))
        .filter(other -> !other.equals(account))
        .map(other -> ConversionErrors.roleOfAnotherAccount());
  }

  private static Optional<String> part(String arn, int part) {
    List<String> parts = List.of(arn.split(":", -1));
    return parts.size() > ACCOUNT ? Optional.of(parts.get(part)) : Optional.empty();
  }
}
