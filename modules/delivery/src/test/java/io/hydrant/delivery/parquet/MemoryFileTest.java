package io.hydrant.delivery.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.Test;

class MemoryFileTest {
  @Test
  void what_is_written_in_any_pieces_is_taken_once() throws Exception {
    MemoryFile file = new MemoryFile();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    Random random = new Random(16);
    try (PositionOutputStream out = file.create(0)) {
      for (int size : new int[] {1, 1024 * 1024 - 1, 3 * 1024 * 1024 + 5, 0, 7, 1024 * 1024}) {
        byte[] piece = new byte[size + 2];
        random.nextBytes(piece);
        out.write(piece, 1, size);
        expected.write(piece, 1, size);
        out.write(piece[0]);
        expected.write(piece[0]);
        assertThat(out.getPos()).isEqualTo(expected.size());
      }
    }
    assertThat(file.take()).isEqualTo(expected.toByteArray());
    assertThat(file.take()).isEmpty();
  }
}
