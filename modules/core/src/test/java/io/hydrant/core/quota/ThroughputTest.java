package io.hydrant.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final Throughput.Limit SMALL = new Throughput.Limit(10, 1000, 3);

  private Throughput throughput = Throughput.unused(SMALL, START);
  private Instant now = START;

  private boolean put(long records, long bytes) {
    return throughput
        .put(records, bytes, now)
        .fold(
            left -> {
              throughput = left;
              return true;
            },
            error -> {
              assertThat(error.code()).isEqualTo("ServiceUnavailableException");
              assertThat(error.message()).startsWith("Slow down.");
              return false;
            });
  }

  @Test
  void requests_records_and_bytes_are_each_limited() {
    assertThat(put(1, 1)).isTrue();
    assertThat(put(9, 1)).isTrue();
    assertThat(put(1, 1)).as("the 11th record").isFalse();
    now = now.plusSeconds(1);
    assertThat(put(1, 1000)).isTrue();
    assertThat(put(1, 1)).as("the 1001st byte").isFalse();
    now = now.plusSeconds(1);
    for (int request = 0; request < 3; request++) {
      assertThat(put(1, 1)).isTrue();
    }
    assertThat(put(1, 1)).as("the fourth request").isFalse();
  }

  @Test
  void a_put_beyond_a_whole_second_passes_when_nothing_else_was_put() {
    assertThat(put(1, 5000)).isTrue();
    now = now.plusSeconds(4);
    assertThat(put(1, 1)).isFalse();
    now = now.plusSeconds(1);
    assertThat(put(1, 1)).isTrue();
  }

  @Test
  void three_regions_have_more_than_the_others() {
    assertThat(Throughput.Limit.ofAws("eu-west-1").requests()).isEqualTo(2_000);
    assertThat(Throughput.Limit.ofAws("eu-central-1").bytes()).isEqualTo(1024 * 1024);
  }

  @Property
  void over_any_time_no_more_is_admitted_than_the_rate_and_one_second(
      @ForAll @Size(max = 200) List<@IntRange(max = 400) Integer> pausesInMillis) {
    TokenBucket bucket = TokenBucket.full(5, START);
    Instant time = START;
    int admitted = 0;
    for (int pause : pausesInMillis) {
      time = time.plusMillis(pause);
      var taken = bucket.take(1, 5, time);
      bucket = taken.orElse(bucket);
      admitted += taken.isPresent() ? 1 : 0;
    }
    double seconds = Duration.between(START, time).toMillis() / 1000.0;
    assertThat((double) admitted).isLessThanOrEqualTo(5 * seconds + 5 + 1e-6);
  }

  @Test
  void a_clock_that_stands_gives_nothing_back() {
    assertThat(throughput.put(10, 1, now)).isInstanceOf(Reply.Success.class);
    assertThat(put(10, 1)).isTrue();
    assertThat(put(1, 1)).isFalse();
  }

  @Test
  void a_part_of_a_second_gives_back_its_part() {
    TokenBucket empty = TokenBucket.full(10, START).take(10, 10, START).orElseThrow();
    assertThat(empty.take(16, 10, START.plusMillis(999))).isEmpty();
    assertThat(empty.take(6, 10, START.plusMillis(600))).isPresent();
    assertThat(empty.take(7, 10, START.plusMillis(600))).isEmpty();
  }
}
