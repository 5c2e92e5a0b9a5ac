package io.hydrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.call.ApiRateLimiter;
import io.hydrant.api.call.Operation;
import io.hydrant.api.call.OperationAuthorizer;
import io.hydrant.api.call.Service;
import io.hydrant.api.firehose.FirehoseOperations;
import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.shape.Shapes;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiRateLimiterTest {
  private final Service firehose =
      Service.of(
          Fault.Service.FIREHOSE,
          "Firehose_20150804",
          FirehoseOperations.all(AnsweringApi.of(FirehoseApi.class)),
          Set.of(),
          Shapes.firehose(),
          OperationAuthorizer.LATER);
  private final Operation list = firehose.operations().get("ListDeliveryStreams");
  private final ApiRateLimiter rates = new ApiRateLimiter(true, new StillClock());

  private boolean isAdmitted(String region) {
    return rates.refusal(firehose, list, Caller.root("000000000000", region)).isEmpty();
  }

  @Test
  void five_calls_a_second_are_admitted_in_each_region() {
    for (int call = 0; call < 5; call++) {
      assertThat(isAdmitted("us-east-1")).isTrue();
    }
    assertThat(isAdmitted("us-east-1")).isFalse();
    assertThat(isAdmitted("us-east-2")).isTrue();
  }

  @Test
  void buckets_of_regions_that_clients_make_up_are_not_kept_for_ever() {
    for (int region = 0; region < 3 * ApiRateLimiter.BUCKETS_MAX; region++) {
      assertThat(isAdmitted("region-" + region)).isTrue();
    }
    assertThat(rates.size()).isEqualTo(ApiRateLimiter.BUCKETS_MAX);
  }

  private static final class StillClock implements ClockControl {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void advance(Duration by) {
      throw new UnsupportedOperationException();
    }
  }
}
