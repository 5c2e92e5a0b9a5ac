package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.stream.DeliveryStreamType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which source configuration a type of stream has, and how it is described. */
public final class Sources {
  private static final String DIRECT_PUT = "DirectPutSourceConfiguration";
  private static final Map<DeliveryStreamType, String> REQUIRED =
      Map.of(
          DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, "KinesisStreamSourceConfiguration",
          DeliveryStreamType.MSK_AS_SOURCE, "MSKSourceConfiguration",
          DeliveryStreamType.DATABASE_AS_SOURCE, "DatabaseSourceConfiguration");

  private Sources() {}

  public static Optional<Refusal> check(DeliveryStreamType type, Structure configurations) {
    for (Map.Entry<DeliveryStreamType, String> each : REQUIRED.entrySet()) {
      boolean given = configurations.has(each.getValue());
      if (given && type != each.getKey()) {
        return Optional.of(DestinationErrors.invalid(notApplicable(each)));
      }
      if (!given && type == each.getKey()) {
        return Optional.of(
            DestinationErrors.invalid(
                each.getValue() + " is required for a stream of type " + type.wireName() + "."));
      }
    }
    return Optional.empty();
  }

  private static String notApplicable(Map.Entry<DeliveryStreamType, String> source) {
    String member =
        source.getKey() == DeliveryStreamType.KINESIS_STREAM_AS_SOURCE
            ? "KinesisSourceStreamConfig"
            : source.getValue();
    return member + " is only applicable for " + source.getKey().wireName() + " stream type";
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
    String member = REQUIRED.getOrDefault(type, DIRECT_PUT);
    return sources
        .structure(member)
        .map(
            source ->
                type == DeliveryStreamType.DIRECT_PUT
                    ? source
                    : source.withDefault("DeliveryStartTimestamp", seconds(createdAt)))
        .map(
            source ->
                Structure.empty().with(member.replace("Configuration", "Description"), source));
  }

  private static Document seconds(Instant instant) {
    return new Document.Numeric(BigDecimal.valueOf(instant.toEpochMilli(), 3));
  }
}
