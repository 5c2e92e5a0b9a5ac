package io.hydrant.delivery.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** The three codecs that Firehose offers. Parquet's own factory needs Hadoop. */
final class Codecs implements CompressionCodecFactory {
  /** The work of one codec on a page. */
  private interface Transformation {
    byte[] apply(byte[] bytes) throws IOException;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return switch (codec) {
      case SNAPPY -> new Compressor(codec, Snappy::compress);
      case GZIP -> new Compressor(codec, Codecs::gzip);
      case UNCOMPRESSED -> new Compressor(codec, bytes -> bytes);
      default -> throw new IllegalArgumentException("Firehose does not offer " + codec);
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case SNAPPY -> new Decompressor(Snappy::uncompress);
      case GZIP -> new Decompressor(Codecs::gunzip);
      case UNCOMPRESSED -> new Decompressor(bytes -> bytes);
      default -> throw new IllegalArgumentException("Firehose does not offer " + codec);
    };
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }

  @Override
  public void release() {
    // The codecs hold nothing.
  }

  private record Compressor(CompressionCodecName codec, Transformation work)
      implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(work.apply(bytes.toInputStream().readAllBytes()));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {
      // It holds nothing.
    }
  }

  private record Decompressor(Transformation work) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(work.apply(bytes.toInputStream().readAllBytes()));
    }

    @Override
    public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int toSize)
        throws IOException {
      byte[] bytes = new byte[fromSize];
      from.get(bytes);
      to.put(work.apply(bytes));
    }

    @Override
    public void release() {
      // It holds nothing.
    }
  }
}
