package io.hydrant.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** "A combined limit of 25 calls per Firehose stream per 24 hours." */
class EncryptionCallBudgetTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final List<EncryptionCallEvent> events = new ArrayList<>();

  private boolean call(EncryptionCallKind kind, Instant at) {
    EncryptionCallBudget budget = Fold.fold(EncryptionCallBudget.UNUSED, events);
    Decision<EncryptionCallEvent, NoOutput> decision =
        new CountEncryptionCall(kind).decide(budget, at);
    events.addAll(decision.events());
    return decision.reply() instanceof Reply.Success;
  }

  @Test
  void thirteen_starts_and_twelve_stops_reach_the_limit() {
    for (int i = 0; i < 13; i++) {
      assertThat(call(EncryptionCallKind.START, NOON)).isTrue();
    }
    for (int i = 0; i < 12; i++) {
      assertThat(call(EncryptionCallKind.STOP, NOON)).isTrue();
    }
    assertThat(call(EncryptionCallKind.START, NOON)).isFalse();
    assertThat(call(EncryptionCallKind.STOP, NOON)).isFalse();
  }

  @Test
  void the_look_at_it_tells_how_many_are_left_and_takes_none() {
    assertThat(left(NOON)).isEqualTo(25);
    call(EncryptionCallKind.START, NOON);
    call(EncryptionCallKind.STOP, NOON);
    assertThat(left(NOON)).isEqualTo(23);
    assertThat(left(NOON.plus(Duration.ofHours(24)))).isEqualTo(25);
  }

  private int left(Instant at) {
    Decision<EncryptionCallEvent, Integer> decision =
        new EncryptionCallsLeft().decide(Fold.fold(EncryptionCallBudget.UNUSED, events), at);
    assertThat(decision.events()).isEmpty();
    return decision.reply().fold(left -> left, error -> -1);
  }

  @Test
  void the_window_slides() {
    for (int i = 0; i < 25; i++) {
      assertThat(call(EncryptionCallKind.START, NOON.plusSeconds(i))).isTrue();
    }
    Instant day = NOON.plus(Duration.ofHours(24));
    assertThat(call(EncryptionCallKind.STOP, day.minusMillis(1))).isFalse();
    assertThat(call(EncryptionCallKind.STOP, day)).isTrue();
    assertThat(call(EncryptionCallKind.STOP, day)).isFalse();
    assertThat(call(EncryptionCallKind.STOP, day.plusSeconds(1))).isTrue();
  }

  @Test
  void a_refused_call_costs_nothing_and_says_when_the_next_one_is_admitted() {
    for (int i = 0; i < 25; i++) {
      call(EncryptionCallKind.START, NOON);
    }
    Decision<EncryptionCallEvent, NoOutput> refused =
        new CountEncryptionCall(EncryptionCallKind.STOP)
            .decide(Fold.fold(EncryptionCallBudget.UNUSED, events), NOON);
    assertThat(refused.events()).isEmpty();
    assertThat(((Reply.Failure<NoOutput>) refused.reply()).error().code())
        .isEqualTo("LimitExceededException");
    assertThat(((Reply.Failure<NoOutput>) refused.reply()).error().message())
        .contains("2026-11-24T12:00:00Z");
  }

  /** However calls are spread: no 24 hours ever hold more than 25 that were admitted. */
  @Property(tries = 200)
  void no_day_holds_more_than_25(
      @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 120) Integer> minutesBetween) {
    events.clear();
    Instant now = NOON;
    List<Instant> admitted = new ArrayList<>();
    for (int minutes : minutesBetween) {
      now = now.plus(Duration.ofMinutes(minutes));
      EncryptionCallKind kind =
          minutes % 2 == 0 ? EncryptionCallKind.START : EncryptionCallKind.STOP;
      long counting = countingAt(admitted, now);
      assertThat(call(kind, now)).isEqualTo(counting < 25);
      if (counting < 25) {
        admitted.add(now);
      }
    }
  }

  private static long countingAt(List<Instant> admitted, Instant now) {
    return admitted.stream()
        .filter(each -> Duration.between(each, now).compareTo(Duration.ofHours(24)) < 0)
        .count();
  }
}
