package io.hydrant.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final Outcomes outcomes = new Outcomes();

  @Test
  void codes_beyond_a_number_are_counted_together() {
    for (int code = 0; code < Outcomes.MOST; code++) {
      assertThat(outcomes.of("Code" + code)).isEqualTo("Code" + code);
    }
    assertThat(outcomes.of("OneMore")).isEqualTo("Other");
    assertThat(outcomes.of("Code0")).isEqualTo("Code0");
  }
}
