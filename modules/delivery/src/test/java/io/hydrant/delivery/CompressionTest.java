package io.hydrant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.snappy.SnappyHadoopStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
  @Property(tries = 200)
  void what_is_packed_is_read_back(@ForAll Compression format, @ForAll byte[] data)
      throws IOException {
    assertThat(unpacked(format, format.compress(data))).isEqualTo(data);
  }

  @ParameterizedTest
  @EnumSource
  void an_object_of_several_blocks_is_read_back(Compression format) throws IOException {
    byte[] data = new byte[1_250_054];
    new Random(1).nextBytes(data);
    Arrays.fill(data, 0, 600_000, (byte) 'a');
    assertThat(unpacked(format, format.compress(data))).isEqualTo(data);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_packed_is_nothing_read(Compression format) throws IOException {
    assertThat(unpacked(format, format.compress(new byte[0]))).isEmpty();
  }

  @Test
  void an_archive_has_one_entry_and_no_time_of_its_own() throws IOException {
    byte[] packed = Compression.ZIP.compress(new byte[] {1, 2, 3});
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.DEFLATED);
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void snappy_is_the_stream_format_of_snappy_java() {
    byte[] packed = Compression.SNAPPY.compress("abc".getBytes(StandardCharsets.UTF_8));
    assertThat(packed).startsWith(0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0);
  }

  @ParameterizedTest
  @CsvSource({
    "GZIP, gzip",
    "ZIP, zip",
    "Snappy, snappy-java",
    "HADOOP_SNAPPY, hadoop-snappy",
  })
  void the_content_encoding_tells_the_format(String wireName, String encoding) {
    assertThat(Compression.of(wireName).contentEncoding()).contains(encoding);
    assertThat(Compression.of("UNCOMPRESSED").contentEncoding()).isEmpty();
  }

  private static byte[] unpacked(Compression format, byte[] packed) throws IOException {
    try (InputStream in = reader(format, new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static InputStream reader(Compression format, InputStream packed) throws IOException {
    return switch (format) {
      case UNCOMPRESSED -> packed;
      case GZIP -> new GZIPInputStream(packed);
      case ZIP -> {
        ZipInputStream zip = new ZipInputStream(packed);
        assertThat(zip.getNextEntry()).isNotNull();
        yield zip;
      }
      case SNAPPY -> new ByteArrayInputStream(XerialStream.read(packed.readAllBytes()));
      case HADOOP_SNAPPY -> new SnappyHadoopStreams().createInputStream(packed);
    };
  }
}
