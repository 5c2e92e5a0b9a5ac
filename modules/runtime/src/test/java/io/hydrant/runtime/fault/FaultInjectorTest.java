package io.hydrant.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.runtime.clock.ServiceClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of two nodes. */
class FaultInjectorTest {
  private final FaultInjector oldest = new FaultInjector(new ServiceClock());
  private final FaultInjector other = new FaultInjector(new ServiceClock());

  private static boolean applies(FaultInjector faults) {
    return faults.meet(Faults.LIST).toCompletableFuture().join().isPresent();
  }

  @Test
  void one_node_decides_for_both() {
    oldest.add(Faults.onList(2));
    other.merge(oldest.versionedPlan());
    other.setDecider(oldest::effectOn);
    assertThat(List.of(applies(other), applies(oldest), applies(other), applies(oldest)))
        .containsExactly(true, true, false, false);
  }

  @Test
  void a_call_that_no_fault_is_about_asks_no_other_node() {
    other.setDecider(
        call -> {
          throw new AssertionError("asked about " + call);
        });
    assertThat(applies(other)).isFalse();
  }

  @Test
  void a_change_at_a_node_that_knows_of_no_application_undoes_none() {
    oldest.add(Faults.onList(2));
    other.merge(oldest.versionedPlan());
    assertThat(applies(oldest)).isTrue();
    other.change(plan -> plan.plus(Faults.onList(2)));
    oldest.merge(other.versionedPlan());
    assertThat(oldest.list()).extracting(Fault::applied).containsExactly(1, 0);
    other.merge(oldest.versionedPlan());
    assertThat(other.versionedPlan()).isEqualTo(oldest.versionedPlan());
  }

  @Test
  void a_fault_that_was_removed_does_not_come_back_with_its_count() {
    oldest.add(Faults.onList(2));
    other.merge(oldest.versionedPlan());
    assertThat(applies(oldest)).isTrue();
    other.change(FaultPlan::cleared);
    oldest.merge(other.versionedPlan());
    assertThat(oldest.list()).isEmpty();
    assertThat(applies(oldest)).isFalse();
  }
}
