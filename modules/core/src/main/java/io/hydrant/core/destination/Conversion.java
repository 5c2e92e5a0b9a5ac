package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.StreamArn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The conversion of a stream's records from JSON to a format with columns. What is left out has the
 * default of the service model.
 *
 * @param table gives the columns
 */
public record Conversion(Deserializer deserializer, Serializer serializer, TableReference table) {
  private static final int BLOCK_BYTES = 256 * 1024 * 1024;
  private static final int PAGE_BYTES = 1024 * 1024;
  private static final String LATEST = "LATEST";

  /** How JSON becomes rows. */
  public sealed interface Deserializer {
    <R> R fold(Function<OpenX, R> openX, Function<Hive, R> hive);
  }

  /**
   * OpenXJsonSerDe.
   *
   * @param dotsToUnderscores a dot in a key is an underscore in the name of its column
   * @param keys the keys of columns whose key has another name
   */
  public record OpenX(boolean caseInsensitive, boolean dotsToUnderscores, Map<String, String> keys)
      implements Deserializer {
    public OpenX {
      keys = Map.copyOf(keys);
    }

    @Override
    public <R> R fold(Function<OpenX, R> openX, Function<Hive, R> hive) {
      return openX.apply(this);
    }
  }

  /**
   * HiveJsonSerDe.
   *
   * @param timestampFormats patterns, or {@code millis}
   */
  public record Hive(List<String> timestampFormats) implements Deserializer {
    public Hive {
      timestampFormats = List.copyOf(timestampFormats);
    }

    @Override
    public <R> R fold(Function<OpenX, R> openX, Function<Hive, R> hive) {
      return hive.apply(this);
    }
  }

  /** How rows become a file. */
  public sealed interface Serializer {
    <R> R fold(Function<Parquet, R> parquet, Supplier<R> orc);
  }

  /**
   * ParquetSerDe.
   *
   * @param compression SNAPPY, GZIP or UNCOMPRESSED
   * @param version V1 or V2
   */
  public record Parquet(
      String compression,
      int blockBytes,
      int pageBytes,
      int paddingBytesMax,
      String version,
      boolean dictionary)
      implements Serializer {
    @Override
    public <R> R fold(Function<Parquet, R> parquet, Supplier<R> orc) {
      return parquet.apply(this);
    }
  }

  /** OrcSerDe, which Hydrant does not write. */
  public record Orc() implements Serializer {
    @Override
    public <R> R fold(Function<Parquet, R> parquet, Supplier<R> orc) {
      return orc.get();
    }
  }

  /**
   * Reads the conversion of a destination; empty where there is none or it is switched off.
   *
   * @param stream its account and region are those of a catalog that names none
   */
  public static Optional<Conversion> of(Destination destination, StreamArn stream) {
    return of(destination, stream.account(), stream.region());
  }

  /** Reads the conversion of a destination whose stream may not exist yet. */
  public static Optional<Conversion> of(Destination destination, String account, String region) {
    Structure configuration = destination.configuration();
    return destination.type().isS3() && ConversionRules.converts(configuration)
        ? configuration
            .structure("DataFormatConversionConfiguration")
            .map(conversion -> of(conversion, account, region))
        : Optional.empty();
  }

  private static Conversion of(Structure conversion, String account, String region) {
    return new Conversion(
        deserializer(inner(conversion, "InputFormatConfiguration", "Deserializer")),
        serializer(inner(conversion, "OutputFormatConfiguration", "Serializer")),
        table(member(conversion, "SchemaConfiguration"), account, region));
  }

  private static Deserializer deserializer(Structure chosen) {
    return chosen
        .structure("HiveJsonSerDe")
        .<Deserializer>map(hive -> new Hive(texts(hive, "TimestampFormats")))
        .orElseGet(() -> openX(member(chosen, "OpenXJsonSerDe")));
  }

  private static OpenX openX(Structure options) {
    Map<String, String> keys = new HashMap<>();
    Structure mappings = member(options, "ColumnToJsonKeyMappings");
    for (String column : mappings.members().keySet()) {
      mappings.text(column).ifPresent(key -> keys.put(column, key));
    }
    return new OpenX(
        isTrue(options, "CaseInsensitive", true),
        options.isTrue("ConvertDotsInJsonKeysToUnderscores"),
        keys);
  }

  private static Serializer serializer(Structure chosen) {
    return chosen.has("OrcSerDe") ? new Orc() : parquet(member(chosen, "ParquetSerDe"));
  }

  /** The model names no default for the dictionary; Parquet's own is to write one. */
  private static Parquet parquet(Structure options) {
    return new Parquet(
        options.text("Compression").orElse("SNAPPY"),
        options.integer("BlockSizeBytes").orElse(BLOCK_BYTES),
        options.integer("PageSizeBytes").orElse(PAGE_BYTES),
        options.integer("MaxPaddingBytes").orElse(0),
        options.text("WriterVersion").orElse("V1"),
        isTrue(options, "EnableDictionaryCompression", true));
  }

  /** The API takes an empty text for one that is not given. */
  private static TableReference table(Structure schema, String account, String region) {
    return new TableReference(
        given(schema, "CatalogId").orElse(account),
        given(schema, "Region").orElse(region),
        given(schema, "DatabaseName").orElse(""),
        given(schema, "TableName").orElse(""),
        given(schema, "VersionId").orElse(LATEST),
        given(schema, "RoleARN").orElse(""));
  }

  private static Structure inner(Structure conversion, String part, String member) {
    return member(member(conversion, part), member);
  }

  private static Structure member(Structure structure, String name) {
    return structure.structure(name).orElse(Structure.empty());
  }

  private static Optional<String> given(Structure structure, String member) {
    return structure.text(member).filter(text -> !text.isEmpty());
  }

  private static boolean isTrue(Structure structure, String member, boolean otherwise) {
    return structure.get(member).map(new Bool(true)::equals).orElse(otherwise);
  }

  private static List<String> texts(Structure structure, String member) {
    return structure
        .get(member)
        .filter(Sequence.class::isInstance)
        .map(list -> ((Sequence) list).elements())
        .orElse(List.of())
        .stream()
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).value())
        .toList();
  }

  /** Returns the end of the name of a converted object, unless the destination has its own. */
  public String extension() {
    return serializer.fold(parquet -> ".parquet", () -> ".orc");
  }

  /**
   * Returns the Content-Encoding of a converted object. AWS was recorded, September 2026, to set
   * one on a Parquet file with Snappy, although the file itself is not packed.
   */
  public Optional<String> contentEncoding() {
    return serializer.fold(
        parquet ->
            parquet.compression().equals("SNAPPY")
                ? Optional.of("hadoop-snappy")
                : Optional.empty(),
        Optional::empty);
  }
}
