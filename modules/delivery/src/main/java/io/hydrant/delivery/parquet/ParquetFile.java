package io.hydrant.delivery.parquet;

import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.Value;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Rows of a table as one Parquet file in memory. Rows are compressed while they are written. */
public final class ParquetFile implements AutoCloseable {
  private final MemoryFile file = new MemoryFile();
  private final ParquetWriter<Value.Fields> writer;
  private long rows;

  private ParquetFile(MessageType schema, ParquetOptions options) throws IOException {
    this.writer =
        new Builder(file, schema)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .withCompressionCodec(options.codec())
            .withRowGroupSize(options.blockBytes())
            .withPageSize(options.pageBytes())
            .withMaxPaddingSize(options.paddingBytesMax())
            .withWriterVersion(options.version())
            .withDictionaryEncoding(options.dictionary())
            .build();
  }

  /**
   * Begins a file.
   *
   * @param columns the columns of the table; at least one
   */
  public static ParquetFile open(List<Column> columns, ParquetOptions options) throws IOException {
    return new ParquetFile(ParquetSchemas.of(columns), options);
  }

  public void write(Value.Fields row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Returns how many rows have been written. */
  public long rows() {
    return rows;
  }

  /** Ends the file and returns its bytes. */
  public Bytes finish() throws IOException {
    writer.close();
    return Bytes.wrap(file.take());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Value.Fields, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @SuppressWarnings("deprecation") // Abstract there, and not called.
    @Override
    protected WriteSupport<Value.Fields> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport(schema);
    }

    @Override
    protected WriteSupport<Value.Fields> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport(schema);
    }
  }
}
