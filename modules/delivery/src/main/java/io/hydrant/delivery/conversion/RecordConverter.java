package io.hydrant.delivery.conversion;

import io.hydrant.core.destination.Conversion;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.json.ConversionException;
import io.hydrant.delivery.json.HiveJsonReader;
import io.hydrant.delivery.json.OpenXReader;
import io.hydrant.delivery.json.RowReader;
import io.hydrant.delivery.json.TimestampFormats;
import io.hydrant.delivery.parquet.ParquetFile;
import io.hydrant.delivery.parquet.ParquetOptions;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.delivery.schema.TableException;
import io.hydrant.delivery.schema.Value;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Converts the records of an object. One record fails alone. The same records with the same table
 * give the same file, so that an upload can be repeated.
 */
public final class RecordConverter {
  private final TableCatalog tables;

  public RecordConverter(TableCatalog tables) {
    this.tables = tables;
  }

  /**
   * Returns the file and the lines of the records that are not in it. It blocks while it asks for
   * the table.
   *
   * @param now the time that error lines show
   * @throws DeliveryException with a sentence, where no record can be converted now: the table
   *     cannot be read, or the format is ORC
   */
  public Converted convert(Conversion conversion, List<ConversionInput> records, Instant now) {
    ParquetOptions options =
        conversion
            .serializer()
            .fold(
                RecordConverter::options,
                () -> {
                  throw new DeliveryException(
                      "Hydrant does not write ORC; update the destination to Parquet and the"
                          + " records will be delivered.");
                });
    List<Column> columns = columns(conversion);
    RowReader reader = reader(conversion, columns);
    List<String> errorLines = new ArrayList<>();
    Map<String, Long> failures = new LinkedHashMap<>();
    long failedBytes = 0;
    try (ParquetFile file = ParquetFile.open(columns, options)) {
      for (ConversionInput record : records) {
        try {
          for (Value.Fields row : rows(reader, record)) {
            file.write(row);
          }
        } catch (ConversionException e) {
          failures.merge(e.code(), 1L, Long::sum);
          failedBytes += record.data().size();
          errorLines.add(ConversionErrorLines.line(record, e, conversion.table(), now));
        }
      }
      long rows = file.rows();
      Optional<Bytes> bytes = rows == 0 ? Optional.empty() : Optional.of(file.finish());
      return new Converted(bytes, rows, failures, failedBytes, errorLines);
    } catch (IOException e) {
      throw new DeliveryException("The Parquet file could not be written: " + e.getMessage(), e);
    }
  }

  private static List<Value.Fields> rows(RowReader reader, ConversionInput record)
      throws ConversionException {
    try {
      return reader.rows(record.data().unsafeArray());
    } catch (RuntimeException e) {
      throw ConversionException.unexpected(e);
    }
  }

  private List<Column> columns(Conversion conversion) {
    try {
      return tables.columns(conversion.table());
    } catch (TableException e) {
      throw new DeliveryException(
          "The columns of the converted records could not be read: " + e.getMessage(), e);
    }
  }

  private static ParquetOptions options(Conversion.Parquet parquet) {
    return new ParquetOptions(
        CompressionCodecName.valueOf(parquet.compression()),
        parquet.blockBytes(),
        parquet.pageBytes(),
        parquet.paddingBytesMax(),
        parquet.version().equals("V2") ? WriterVersion.PARQUET_2_0 : WriterVersion.PARQUET_1_0,
        parquet.dictionary());
  }

  private static RowReader reader(Conversion conversion, List<Column> columns) {
    return conversion
        .deserializer()
        .fold(
            openX ->
                new OpenXReader(
                    columns,
                    new OpenXReader.Options(
                        openX.caseInsensitive(), openX.dotsToUnderscores(), openX.keys())),
            hive -> new HiveJsonReader(columns, new TimestampFormats(hive.timestampFormats())));
  }
}
