package io.hydrant.delivery;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;

/** CompressionFormat of the API. */
public enum Compression {
  UNCOMPRESSED("UNCOMPRESSED") {
    @Override
    byte[] packed(byte[] data) {
      return data;
    }
  },
  GZIP("GZIP") {
    @Override
    byte[] packed(byte[] data) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(data);
      }
      return out.toByteArray();
    }
  },
  ZIP("ZIP") {
    @Override
    byte[] packed(byte[] data) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("records"));
        zip.write(data);
      }
      return out.toByteArray();
    }
  },
  /** The framing format. */
  SNAPPY("Snappy") {
    @Override
    byte[] packed(byte[] data) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (SnappyFramedOutputStream snappy = new SnappyFramedOutputStream(out)) {
        snappy.write(data);
      }
      return out.toByteArray();
    }
  },
  /** Hadoop's block format: sizes as 4 bytes, big end first, before each block and chunk. */
  HADOOP_SNAPPY("HADOOP_SNAPPY") {
    @Override
    byte[] packed(byte[] data) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (DataOutputStream blocks = new DataOutputStream(out)) {
        for (int from = 0; from < data.length; from += HADOOP_BLOCK_BYTES) {
          byte[] block =
              Arrays.copyOfRange(data, from, Math.min(data.length, from + HADOOP_BLOCK_BYTES));
          byte[] packed = Snappy.compress(block);
          blocks.writeInt(block.length);
          blocks.writeInt(packed.length);
          blocks.write(packed);
        }
      }
      return out.toByteArray();
    }
  };

  private static final int HADOOP_BLOCK_BYTES = 256 * 1024;
  private final String wireName;

  Compression(String wireName) {
    this.wireName = wireName;
  }

  /** The format of that wire name; the validator has let only known names through. */
  public static Compression of(String wireName) {
    return Arrays.stream(values())
        .filter(format -> format.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a compression format: " + wireName));
  }

  public byte[] compress(byte[] data) {
    try {
      return packed(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  abstract byte[] packed(byte[] data) throws IOException;
}
