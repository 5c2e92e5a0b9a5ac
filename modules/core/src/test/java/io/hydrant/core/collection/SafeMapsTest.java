package io.hydrant.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.kms.DataKeyRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafeMapsTest {
  private static final int BITS = 16;

  /** 65,536 keys of one hash: "Aa" and "BB" have the same. */
  private static Map<String, String> ofOneHash() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int number = 0; number < 1 << BITS; number++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < BITS; bit++) {
        key.append((number >> bit & 1) == 0 ? "Aa" : "BB");
      }
      map.put(key.toString(), "");
    }
    return map;
  }

  @Test
  void a_copy_of_keys_that_share_a_hash_is_made_soon() {
    Map<String, String> map = ofOneHash();
    long start = System.nanoTime();
    assertThat(SafeMaps.copyOf(map)).hasSize(map.size());
    assertThat(DataKeyRequest.aes256(map).encryptionContext()).hasSize(map.size());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void a_copy_does_not_change() {
    Map<String, String> map = new LinkedHashMap<>(Map.of("a", "1"));
    Map<String, String> copy = SafeMaps.copyOf(map);
    map.put("b", "2");
    assertThat(copy).containsExactlyEntriesOf(Map.of("a", "1"));
    assertThatThrownBy(() -> copy.put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
  }
}
