package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  @Test
  void the_value_that_was_used_longest_ago_goes_and_no_other() {
    RecentlyUsed<String, Integer> values = new RecentlyUsed<>(3);
    values.put("a", 1);
    values.put("b", 2);
    values.put("c", 3);
    assertThat(values.get("a")).contains(1);
    values.put("d", 4);
    assertThat(values.size()).isEqualTo(3);
    assertThat(values.get("b")).isEmpty();
    assertThat(values.get("a")).contains(1);
    assertThat(values.get("c")).contains(3);
    assertThat(values.get("d")).contains(4);
  }

  @Test
  void a_value_that_is_removed_makes_room() {
    RecentlyUsed<String, Integer> values = new RecentlyUsed<>(1);
    values.put("a", 1);
    values.remove("a");
    assertThat(values.size()).isZero();
  }
}
