package io.hydrant.runtime.entity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.junit.jupiter.api.Test;

/** Tasks that fail, or end without an outcome. */
class TaskRetriesTest extends TaskSchedulerFixture {
  @Test
  void a_task_that_fails_is_tried_again_after_pauses_that_double() {
    owes("grant", NOON);
    started.expectMessage("grant");
    for (int millis : List.of(250, 500, 1000)) {
      fails("grant");
      pass(Duration.ofMillis(millis - 1));
      started.expectNoMessage(Duration.ZERO);
      pass(Duration.ofMillis(2));
      started.expectMessage("grant");
    }
  }

  @Test
  void a_pause_does_not_end_sooner_because_the_clock_is_moved() {
    owes("grant", NOON);
    started.expectMessage("grant");
    fails("grant");
    clock.advance(Duration.ofDays(1));
    settle();
    started.expectNoMessage(Duration.ZERO);
  }

  @Test
  void a_task_without_an_outcome_is_tried_again_and_nothing_is_logged() {
    owes("drain", NOON);
    started.expectMessage("drain");
    LoggingTestKit.warn("drain")
        .withOccurrences(0)
        .expect(
            kit.system(),
            () -> {
              ends("drain", Optional.empty());
              return true;
            });
    pass(Duration.ofMillis(251));
    started.expectMessage("drain");
  }

  @Test
  void a_task_that_fails_again_and_again_is_logged_the_first_and_every_twelfth_time() {
    owes("grant", NOON);
    started.expectMessage("grant");
    LoggingTestKit.warn("The task grant did not succeed")
        .withOccurrences(3)
        .expect(
            kit.system(),
            () -> {
              for (int failure = 1; failure <= 24; failure++) {
                fails("grant");
                pass(Duration.ofSeconds(6));
                started.expectMessage("grant");
              }
              return true;
            });
  }
}
