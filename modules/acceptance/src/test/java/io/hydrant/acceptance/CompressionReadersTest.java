package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.delivery.Compression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed objects are read back by the commands that users have. */
class CompressionReadersTest {
  private static final List<byte[]> OBJECTS = objects();

  @TempDir Path folder;

  /** Nothing, a record, and some megabytes of which a half repeats. */
  private static List<byte[]> objects() {
    byte[] large = new byte[3_000_000];
    new Random(1).nextBytes(large);
    Arrays.fill(large, 0, 1_500_000, (byte) 'a');
    return List.of(new byte[0], new byte[] {'{', '}', '\n'}, large);
  }

  private byte[] output(Compression format, byte[] object, String... command) throws Exception {
    Path file = Files.write(folder.resolve("object"), format.compress(object));
    Path read = folder.resolve("read");
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(file.toString())).toList())
            .redirectOutput(read.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllBytes(read);
  }

  @Test
  void gzip_reads_gzip() throws Exception {
    ClientProcess.needs("gzip", "--version");
    for (byte[] object : OBJECTS) {
      // Without the suffix of its name, gzip reads standard input or a file that it is forced to.
      assertThat(output(Compression.GZIP, object, "sh", "-c", "gzip -dc < \"$0\""))
          .isEqualTo(object);
    }
  }

  @Test
  void unzip_reads_zip() throws Exception {
    ClientProcess.needs("unzip", "-v");
    for (byte[] object : OBJECTS) {
      assertThat(output(Compression.ZIP, object, "unzip", "-p")).isEqualTo(object);
    }
  }

  @Test
  void python_reads_both() throws Exception {
    ClientProcess.needs("python3", "--version");
    String zip =
        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]);"
            + " sys.stdout.buffer.write(z.read(z.namelist()[0]))";
    String gzip = "import gzip, sys; sys.stdout.buffer.write(gzip.open(sys.argv[1]).read())";
    for (byte[] object : OBJECTS) {
      assertThat(output(Compression.ZIP, object, "python3", "-c", zip)).isEqualTo(object);
      assertThat(output(Compression.GZIP, object, "python3", "-c", gzip)).isEqualTo(object);
    }
  }
}
