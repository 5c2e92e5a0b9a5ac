package io.hydrant.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentMapTest {
  private final List<Integer> forgotten = new ArrayList<>();
  private final RecentMap<String, Integer> map = new RecentMap<>(2, forgotten::add);

  @Test
  void what_was_not_used_for_longest_makes_room() {
    map.getOrMake("a", key -> 1);
    map.getOrMake("b", key -> 2);
    assertThat(map.getOrMake("a", key -> 9)).isEqualTo(1);
    map.getOrMake("c", key -> 3);
    assertThat(forgotten).containsExactly(2);
    assertThat(map.getOrMake("a", key -> 9)).isEqualTo(1);
    assertThat(map.size()).isEqualTo(2);
  }

  @Test
  void a_value_is_made_once_and_changed_each_time() {
    map.change("a", key -> 10, value -> value + 1);
    map.change("a", key -> 50, value -> value + 1);
    assertThat(map.getOrMake("a", key -> 0)).isEqualTo(12);
  }

  @Test
  void a_million_keys_leave_as_many_as_there_is_room_for() {
    for (int key = 0; key < 1_000_000; key++) {
      map.change("key" + key, any -> 0, value -> value);
    }
    assertThat(map.size()).isEqualTo(2);
    List<Integer> last = new ArrayList<>();
    map.clear(last::add);
    assertThat(last).hasSize(2);
    assertThat(map.size()).isZero();
  }

  @Test
  void a_value_that_was_looked_at_stays_and_the_one_that_was_not_leaves() {
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).contains(1);
    map.put("c", 3);
    assertThat(map.get("b")).isEmpty();
    assertThat(map.get("a")).contains(1);
    assertThat(map.get("c")).contains(3);
    assertThat(forgotten).containsExactly(2);
  }

  @Test
  void a_value_that_is_removed_makes_room() {
    map.put("a", 1);
    map.put("b", 2);
    map.remove("a");
    map.put("c", 3);
    assertThat(map.get("a")).isEmpty();
    assertThat(map.get("b")).contains(2);
    assertThat(forgotten).isEmpty();
  }
}
