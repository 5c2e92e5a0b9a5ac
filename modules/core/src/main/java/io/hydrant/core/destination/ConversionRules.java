package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for a format conversion unless it is switched off. Recorded from AWS, September 2026,
 * in this order; only the place of the timestamp formats in it is assumed. An update is checked as
 * what comes of it. {@link TableCheck} follows.
 */
final class ConversionRules {
  private static final int SIZE_MIN = 64;

  private ConversionRules() {}

  /** Enabled where it does not say otherwise: recorded from AWS, September 2026. */
  static boolean converts(Structure s3) {
    return s3.structure("DataFormatConversionConfiguration")
        .filter(conversion -> conversion.get("Enabled").filter(new Bool(false)::equals).isEmpty())
        .isPresent();
  }

  static Optional<ServiceError> check(Structure s3) {
    if (!converts(s3)) {
      return Optional.empty();
    }
    Structure conversion =
        s3.structure("DataFormatConversionConfiguration").orElse(Structure.empty());
    Structure deserializer = inner(conversion, "InputFormatConfiguration", "Deserializer");
    Structure serializer = inner(conversion, "OutputFormatConfiguration", "Serializer");
    return compression(s3)
        .or(() -> bufferSize(s3))
        .or(() -> parts(conversion))
        .or(() -> one("Deserializer", deserializer, "OpenXJsonSerDe", "HiveJsonSerDe"))
        .or(() -> one("Serializer", serializer, "ParquetSerDe", "OrcSerDe"))
        .or(() -> timestampFormats(deserializer))
        .or(() -> schema(conversion));
  }

  /** A converted object is compressed by its own serializer. */
  private static Optional<ServiceError> compression(Structure s3) {
    return s3.text("CompressionFormat")
        .filter(format -> !format.equals("UNCOMPRESSED"))
        .map(format -> ConversionErrors.compression());
  }

  private static Optional<ServiceError> bufferSize(Structure s3) {
    return s3.structure("BufferingHints")
        .flatMap(hints -> hints.integer("SizeInMBs"))
        .filter(size -> size < SIZE_MIN)
        .map(size -> ConversionErrors.bufferSize(SIZE_MIN));
  }

  private static Optional<ServiceError> parts(Structure conversion) {
    return Stream.of("InputFormatConfiguration", "OutputFormatConfiguration", "SchemaConfiguration")
        .filter(part -> conversion.structure(part).isEmpty())
        .map(ConversionErrors::missing)
        .findFirst();
  }

  private static Structure inner(Structure conversion, String part, String member) {
    return conversion
        .structure(part)
        .flatMap(configuration -> configuration.structure(member))
        .orElse(Structure.empty());
  }

  /** Exactly one of two; one without members counts as missing. */
  private static Optional<ServiceError> one(
      String part, Structure chosen, String first, String second) {
    boolean both = chosen.has(first) && chosen.has(second);
    if (both) {
      return Optional.of(
          ConversionErrors.two(part.equals("Serializer") ? "serializer" : "deserializer"));
    }
    return chosen.has(first) || chosen.has(second)
        ? Optional.empty()
        : Optional.of(ConversionErrors.missing(part));
  }

  /** Patterns of letters as in prefixes, or {@code millis}. */
  private static Optional<ServiceError> timestampFormats(Structure deserializer) {
    return deserializer
        .structure("HiveJsonSerDe")
        .flatMap(hive -> hive.get("TimestampFormats"))
        .filter(Sequence.class::isInstance)
        .map(formats -> ((Sequence) formats).elements())
        .orElse(List.of())
        .stream()
        .filter(Text.class::isInstance)
        .map(format -> ((Text) format).value())
        .filter(format -> !format.equals("millis") && !TimePatterns.isPattern(format))
        .map(ConversionErrors::timestampFormat)
        .findFirst();
  }

  private static Optional<ServiceError> schema(Structure conversion) {
    Structure schema = conversion.structure("SchemaConfiguration").orElse(Structure.empty());
    return Stream.of("RoleARN", "DatabaseName", "TableName")
        .filter(member -> schema.text(member).filter(text -> !text.isEmpty()).isEmpty())
        .map(member -> member.equals("RoleARN") ? "RoleArn" : member)
        .map(ConversionErrors::emptySchemaMember)
        .findFirst();
  }
}
