package io.hydrant.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Held against {@link TreeMap}. */
final class PersistentSortedMapTest {

  @Property
  void it_holds_what_a_tree_map_holds_after_the_same_changes(
      @ForAll @Size(max = 300) List<@IntRange(min = -60, max = 60) Integer> changes) {
    PersistentSortedMap<Integer, Integer> map = PersistentSortedMap.empty();
    TreeMap<Integer, Integer> expected = new TreeMap<>();
    for (int i = 0; i < changes.size(); i++) {
      int key = Math.abs(changes.get(i));
      PersistentSortedMap<Integer, Integer> before = map;
      TreeMap<Integer, Integer> expectedBefore = new TreeMap<>(expected);
      if (changes.get(i) < 0) {
        map = map.minus(key);
        expected.remove(key);
      } else {
        map = map.plus(key, i);
        expected.put(key, i);
      }
      assertThat(before.size()).as("the map before").isEqualTo(expectedBefore.size());
      assertThat(List.copyOf(before.entrySet()))
          .as("the map before is unchanged")
          .isEqualTo(List.copyOf(expectedBefore.entrySet()));
      assertThat(map.find(key)).isEqualTo(java.util.Optional.ofNullable(expected.get(key)));
    }
    assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(expected.size());
    for (int key = -1; key <= 61; key++) {
      assertThat(map.after(key).toList())
          .isEqualTo(List.copyOf(expected.tailMap(key, false).entrySet()));
      assertThat(map.has(key)).isEqualTo(expected.containsKey(key));
    }
  }

  /** Without balance the tree would be a list of 100,000 branches, and the stack would end. */
  @Test
  void keys_in_order_make_no_deep_tree() {
    PersistentSortedMap<Integer, Boolean> map = PersistentSortedMap.empty();
    for (int i = 0; i < 100_000; i++) {
      map = map.plus(i, true);
    }
    for (int i = 0; i < 99_999; i++) {
      map = map.minus(i);
    }
    assertThat(map).isEqualTo(Map.of(99_999, true));
  }

  @Test
  void a_copy_holds_the_entries_of_any_map_in_order() {
    assertThat(PersistentSortedMap.copyOf(Map.of("b", 2, "a", 1, "c", 3)).keySet())
        .containsExactly("a", "b", "c");
    PersistentSortedMap<String, Integer> map = PersistentSortedMap.copyOf(Map.of("a", 1));
    assertThat(PersistentSortedMap.copyOf(map)).isSameAs(map);
  }
}
