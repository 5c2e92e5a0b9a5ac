package io.hydrant.delivery.parquet;

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

/** Writes rows of a table as one Parquet file. */
public final class ParquetFiles {
  private final MessageType schema;
  private final ParquetOptions options;

  /**
   * @param columns the columns of the table
   */
  public ParquetFiles(List<Column> columns, ParquetOptions options) {
    this.schema = ParquetSchemas.of(columns);
    this.options = options;
  }

  /** Returns the bytes of a file with these rows. */
  public byte[] write(List<Value.Fields> rows) throws IOException {
    MemoryFile file = new MemoryFile();
    try (ParquetWriter<Value.Fields> writer =
        new Builder(file)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .withCompressionCodec(options.codec())
            .withRowGroupSize(options.blockBytes())
            .withPageSize(options.pageBytes())
            .withMaxPaddingSize(options.paddingBytesMax())
            .withWriterVersion(options.version())
            .withDictionaryEncoding(options.dictionary())
            .build()) {
      for (Value.Fields row : rows) {
        writer.write(row);
      }
    }
    return file.bytes();
  }

  private final class Builder extends ParquetWriter.Builder<Value.Fields, Builder> {
    Builder(OutputFile file) {
      super(file);
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
