package io.hydrant.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Caller;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiRateLimiterTest {
  private final ApiRateLimiter limiter = new ApiRateLimiter(() -> Instant.EPOCH);

  private boolean isAdmitted(String region, String operation) {
    return limiter.isAdmitted(Caller.root("000000000000", region), operation);
  }

  @Test
  void five_calls_a_second_are_admitted_in_each_region() {
    for (int call = 0; call < 5; call++) {
      assertThat(isAdmitted("us-east-1", "ListDeliveryStreams")).isTrue();
    }
    assertThat(isAdmitted("us-east-1", "ListDeliveryStreams")).isFalse();
    assertThat(isAdmitted("us-east-2", "ListDeliveryStreams")).isTrue();
  }

  @Test
  void puts_are_not_limited() {
    for (int call = 0; call < 50; call++) {
      assertThat(isAdmitted("us-east-1", "PutRecord")).isTrue();
    }
  }

  @Test
  void buckets_of_regions_that_clients_make_up_are_dropped() {
    for (int region = 0; region < 3 * ApiRateLimiter.BUCKETS_MAX; region++) {
      assertThat(isAdmitted("region-" + region, "ListDeliveryStreams")).isTrue();
    }
    assertThat(limiter.size()).isEqualTo(ApiRateLimiter.BUCKETS_MAX);
  }
}
