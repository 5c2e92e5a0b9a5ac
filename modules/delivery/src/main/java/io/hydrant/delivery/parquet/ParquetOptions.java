package io.hydrant.delivery.parquet;

import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How a file is written: the members of Firehose's ParquetSerDe.
 *
 * @param blockBytes the size of a row group
 * @param dictionary whether columns with few values are written as dictionaries
 */
public record ParquetOptions(
    CompressionCodecName codec,
    long blockBytes,
    int pageBytes,
    int paddingBytesMax,
    WriterVersion version,
    boolean dictionary) {}
