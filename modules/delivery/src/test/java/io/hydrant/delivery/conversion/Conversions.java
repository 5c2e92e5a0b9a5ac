package io.hydrant.delivery.conversion;

import io.hydrant.core.destination.Conversion;
import io.hydrant.core.destination.Conversion.Hive;
import io.hydrant.core.destination.Conversion.OpenX;
import io.hydrant.core.destination.Conversion.Parquet;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveTypeParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Conversions and records for tests. */
public final class Conversions {
  public static final TableReference TABLE =
      new TableReference("000000000000", "us-east-1", "db", "t", "LATEST", "role");
  public static final OpenX OPENX = new OpenX(true, false, Map.of());
  public static final Hive HIVE = new Hive(List.of());
  static final Instant ARRIVED = Instant.parse("2026-11-28T01:02:03Z");

  private static final int MEBIBYTE = 1024 * 1024;

  private Conversions() {}

  /** Returns a conversion to Parquet that is not compressed. */
  public static Conversion toParquet(Conversion.Deserializer deserializer) {
    return toParquetAs("UNCOMPRESSED", "V1", true, deserializer);
  }

  public static Conversion toParquetAs(
      String compression,
      String version,
      boolean dictionary,
      Conversion.Deserializer deserializer) {
    return new Conversion(
        deserializer,
        new Parquet(compression, 256 * MEBIBYTE, MEBIBYTE, 0, version, dictionary),
        TABLE);
  }

  /** Returns columns, each from its name and its type with a blank between. */
  public static List<Column> columns(String... definitions) {
    return Stream.of(definitions)
        .map(each -> each.split(" ", 2))
        .map(each -> new Column(each[0], HiveTypeParser.parse(each[1])))
        .toList();
  }

  /** Returns records that arrived one millisecond after the other. */
  public static List<ConversionInput> records(String... texts) {
    List<ConversionInput> records = new ArrayList<>();
    for (String text : texts) {
      records.add(
          new ConversionInput(
              ARRIVED.plusMillis(records.size()), Bytes.ofUtf8(text), 7L + records.size()));
    }
    return records;
  }
}
