package io.hydrant.s3.encryption;

import static io.hydrant.s3.encryption.SegmentCipher.SEGMENT_BYTES;
import static io.hydrant.s3.encryption.SegmentCipher.TAG_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.id.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentCipherTest {
  private static final Bytes KEY = Bytes.ofUtf8("a data key of thirty-two bytes!!");
  private static final byte[] CLEAR = "clear bytes".getBytes(StandardCharsets.UTF_8);
  private static final SegmentCipher CIPHER = new SegmentCipher(KEY, "content-1");

  private static byte[] seal(long number, boolean last) {
    return CIPHER.seal(number, last, ByteBuffer.wrap(CLEAR));
  }

  private static void assertChanged(
      SegmentCipher opener, long number, boolean last, byte[] sealed) {
    assertThatThrownBy(() -> opener.open(number, last, sealed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Segment " + number + " of an object was changed on disk");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, SEGMENT_BYTES})
  void a_segment_of_any_size_is_opened_as_it_was(int size) throws IOException {
    byte[] clear = new byte[size];
    Arrays.fill(clear, (byte) 'x');
    byte[] sealed = CIPHER.seal(7, true, ByteBuffer.wrap(clear));
    assertThat(sealed).hasSize(size + TAG_BYTES);
    assertThat(CIPHER.open(7, true, sealed)).isEqualTo(clear);
  }

  @Test
  void a_sealed_segment_does_not_contain_its_bytes() {
    assertThat(new String(seal(0, true), StandardCharsets.ISO_8859_1)).doesNotContain("clear");
  }

  @Test
  void a_segment_at_another_place_is_detected() {
    assertChanged(CIPHER, 1, false, seal(0, false));
    assertChanged(CIPHER, 1L << 32, false, seal(0, false));
    assertChanged(CIPHER, 0, false, seal(1, false));
  }

  @Test
  void a_file_that_was_cut_off_or_continued_is_detected() {
    assertChanged(CIPHER, 0, true, seal(0, false));
    assertChanged(CIPHER, 0, false, seal(0, true));
  }

  @Test
  void a_segment_of_another_file_or_under_another_key_is_detected() {
    assertChanged(new SegmentCipher(KEY, "content-2"), 0, true, seal(0, true));
    Bytes other = Bytes.ofUtf8("another key of thirty-two bytes!");
    assertChanged(new SegmentCipher(other, "content-1"), 0, true, seal(0, true));
  }

  @Test
  void each_changed_bit_is_detected() {
    byte[] sealed = seal(0, true);
    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertChanged(CIPHER, 0, true, changed);
    }
  }

  @Test
  void a_segment_that_lost_bytes_is_detected() {
    byte[] sealed = seal(0, true);
    assertChanged(CIPHER, 0, true, Arrays.copyOf(sealed, sealed.length - 1));
    assertThatThrownBy(() -> CIPHER.open(0, true, new byte[TAG_BYTES - 1]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "65535, 1", "65536, 1", "65537, 2", "131072, 2", "131073, 3"})
  void an_empty_file_has_one_segment_and_a_full_last_one_has_none_after_it(long size, long count) {
    assertThat(SegmentCipher.segments(size)).isEqualTo(count);
  }
}
