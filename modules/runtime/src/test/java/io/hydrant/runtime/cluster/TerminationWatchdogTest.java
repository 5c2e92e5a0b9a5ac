package io.hydrant.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The watchdog of a node whose state the test sets; each check is a second later. */
class TerminationWatchdogTest {
  private final List<String> actions = new ArrayList<>();
  private boolean stopping;
  private boolean ended;
  private final TerminationWatchdog watchdog = new TerminationWatchdog(new Node());

  private final class Node implements TerminationWatchdog.Target {
    @Override
    public boolean hasEnded() {
      return ended;
    }

    @Override
    public boolean isStopping() {
      assertThat(ended).as("the node is asked after its end").isFalse();
      return stopping;
    }

    @Override
    public void abort() {
      actions.add("abort");
    }

    @Override
    public void exit() {
      actions.add("exit");
    }
  }

  private void pass(Duration time) {
    for (Duration at = Duration.ZERO;
        at.compareTo(time) < 0;
        at = at.plus(TerminationWatchdog.INTERVAL)) {
      watchdog.check();
    }
  }

  @Test
  void a_node_that_works_is_left_alone() {
    pass(Duration.ofDays(1));
    assertThat(actions).isEmpty();
  }

  @Test
  void a_node_that_does_not_stop_in_time_is_aborted_once() {
    stopping = true;
    pass(TerminationWatchdog.ORDERLY.minus(TerminationWatchdog.INTERVAL));
    assertThat(actions).isEmpty();
    pass(TerminationWatchdog.INTERVAL);
    assertThat(actions).containsExactly("abort");
    pass(TerminationWatchdog.ABORT);
    assertThat(actions).containsExactly("abort");
  }

  @Test
  void the_process_exits_when_the_abort_does_not_help() {
    stopping = true;
    pass(TerminationWatchdog.ORDERLY.plus(TerminationWatchdog.ABORT));
    pass(TerminationWatchdog.INTERVAL);
    assertThat(actions).containsExactly("abort", "exit");
  }

  @Test
  void a_node_that_is_a_member_again_has_its_full_time_to_stop() {
    stopping = true;
    pass(TerminationWatchdog.ORDERLY.minus(TerminationWatchdog.INTERVAL));
    stopping = false;
    pass(TerminationWatchdog.INTERVAL);
    stopping = true;
    pass(TerminationWatchdog.ORDERLY.minus(TerminationWatchdog.INTERVAL));
    assertThat(actions).isEmpty();
  }

  @Test
  void a_node_that_has_ended_is_not_touched() {
    stopping = true;
    pass(TerminationWatchdog.ORDERLY.minus(TerminationWatchdog.INTERVAL));
    ended = true;
    pass(Duration.ofMinutes(1));
    assertThat(actions).isEmpty();
  }
}
