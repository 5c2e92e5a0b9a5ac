package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The source configuration of each type of stream, and its description. */
public final class Sources {
  private static final String DIRECT_PUT = "DirectPutSourceConfiguration";

  private Sources() {}

  /** InvalidArgumentException for a source of another type, and for a type without its source. */
  public static Optional<ServiceError> check(DeliveryStreamType type, Structure configurations) {
    for (DeliveryStreamType each : DeliveryStreamType.values()) {
      Optional<String> member = required(each).filter(configurations::has);
      if (each != type && member.isPresent()) {
        return Optional.of(DestinationErrors.invalid(notApplicable(each, member.get())));
      }
    }
    boolean given = required(type).filter(member -> !configurations.has(member)).isEmpty();
    return given
        ? SourceRules.secrets(configurations)
        : switch (type) {
          case DIRECT_PUT -> Optional.empty();
          case KINESIS_STREAM_AS_SOURCE -> Optional.of(KindErrors.noKinesisSource());
          case MSK_AS_SOURCE -> Optional.of(KindErrors.noMskSource());
          case DATABASE_AS_SOURCE -> Optional.of(KindErrors.noDatabaseSource());
        };
  }

  private static Optional<String> required(DeliveryStreamType type) {
    return switch (type) {
      case DIRECT_PUT -> Optional.empty();
      case KINESIS_STREAM_AS_SOURCE -> Optional.of("KinesisStreamSourceConfiguration");
      case MSK_AS_SOURCE -> Optional.of("MSKSourceConfiguration");
      case DATABASE_AS_SOURCE -> Optional.of("DatabaseSourceConfiguration");
    };
  }

  private static String notApplicable(DeliveryStreamType type, String member) {
    String name =
        type == DeliveryStreamType.KINESIS_STREAM_AS_SOURCE ? "KinesisSourceStreamConfig" : member;
    return name + " is only applicable for " + type.wireName() + " stream type";
  }

  /** The source configurations among a call's members. */
  public static Structure sourcesOf(Structure configurations) {
    Structure sources = Structure.empty();
    for (Map.Entry<String, Document> member : configurations.members().entrySet()) {
      if (member.getKey().endsWith("SourceConfiguration")) {
        sources = sources.with(member.getKey(), member.getValue());
      }
    }
    return sources;
  }

  /** The {@code Source} member; a DirectPut stream has one only if it was configured. */
  public static Optional<Structure> describe(
      DeliveryStreamType type, Structure sources, Instant createdAt) {
    String member = required(type).orElse(DIRECT_PUT);
    boolean reads =
        type == DeliveryStreamType.KINESIS_STREAM_AS_SOURCE
            || type == DeliveryStreamType.MSK_AS_SOURCE;
    return sources
        .structure(member)
        .map(
            source ->
                reads ? source.withDefault("DeliveryStartTimestamp", seconds(createdAt)) : source)
        .map(
            source ->
                Structure.empty().with(member.replace("Configuration", "Description"), source));
  }

  private static Document seconds(Instant instant) {
    return new Document.Numeric(BigDecimal.valueOf(instant.toEpochMilli(), 3));
  }
}
