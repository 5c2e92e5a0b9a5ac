package io.hydrant.runtime.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AesGcmTest {
  private static final byte[] KEY = AesGcm.random(32);
  private static final byte[] AAD = {1, 2, 3};

  @Property(tries = 200)
  void what_was_sealed_opens_at_any_size(@ForAll @IntRange(max = 100_000) int size) {
    byte[] plaintext = AesGcm.random(size);
    byte[] sealed = AesGcm.seal(KEY, AAD, plaintext);
    assertThat(sealed).hasSize(size + AesGcm.OVERHEAD);
    assertThat(AesGcm.open(KEY, AAD, sealed)).hasValue(plaintext);
  }

  @Property(tries = 100)
  void one_changed_bit_is_noticed(@ForAll @IntRange(max = 40_027) int at) {
    byte[] sealed = AesGcm.seal(KEY, AAD, new byte[40_000]);
    sealed[at] ^= 1;
    assertThat(AesGcm.open(KEY, AAD, sealed)).isEmpty();
  }

  @Test
  void another_key_or_other_associated_data_opens_nothing() {
    byte[] sealed = AesGcm.seal(KEY, AAD, new byte[] {42});
    assertThat(AesGcm.open(AesGcm.random(32), AAD, sealed)).isEmpty();
    assertThat(AesGcm.open(KEY, new byte[] {1}, sealed)).isEmpty();
    assertThat(AesGcm.open(KEY, AAD, new byte[27])).isEmpty();
  }

  @Test
  void four_mebibytes_open() {
    byte[] plaintext = AesGcm.random(4 << 20);
    assertThat(AesGcm.open(KEY, AAD, AesGcm.seal(KEY, AAD, plaintext))).hasValue(plaintext);
  }
}
