package io.hydrant.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final ServiceError ERROR = new ServiceError("KMSInternalException", "on demand");
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/k";

  private static Fault.Effect effect(Optional<Double> share) {
    return new Fault.Effect(Duration.ZERO, false, Optional.of(ERROR), share);
  }

  private static Fault fault(Optional<String> on, Optional<Integer> times) {
    return new Fault(
        "", Fault.Service.KMS, "Decrypt", on, Optional.empty(), times, 0, effect(Optional.empty()));
  }

  private static CallDescription call(String operation, String... resources) {
    return new CallDescription(
        Fault.Service.KMS, operation, Fault.By.FIREHOSE, List.of(resources), false);
  }

  @Test
  void a_fault_applies_as_often_as_it_was_set_to() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(2)));
    int applied = 0;
    for (int i = 0; i < 5; i++) {
      FaultPlan.Match match = plan.match(call("Decrypt", KEY));
      plan = match.plan();
      applied += match.effect().isPresent() ? 1 : 0;
    }
    assertThat(applied).isEqualTo(2);
    assertThat(plan.faults().get(0).applied()).isEqualTo(2);
  }

  @Test
  void without_a_number_it_applies_without_limit() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.empty()));
    for (int i = 0; i < 100; i++) {
      FaultPlan.Match match = plan.match(call("Decrypt", KEY));
      assertThat(match.effect()).isPresent();
      plan = match.plan();
    }
  }

  @Property
  void counts_go_on_whichever_node_decides_next(
      @ForAll @IntRange(min = 0, max = 5) int here, @ForAll @IntRange(min = 0, max = 5) int there) {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(5)));
    FaultPlan together = applied(plan, here).withCountsOf(applied(plan, there));
    assertThat(together).isEqualTo(applied(plan, Math.max(here, there)));
    assertThat(together).isEqualTo(applied(plan, there).withCountsOf(applied(plan, here)));
  }

  private static FaultPlan applied(FaultPlan plan, int times) {
    FaultPlan applied = plan;
    for (int i = 0; i < times; i++) {
      applied = applied.match(call("Decrypt", KEY)).plan();
    }
    return applied;
  }

  @Test
  void counts_of_another_fault_are_not_taken_over() {
    FaultPlan ours = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(5)));
    FaultPlan theirs = applied(FaultPlan.NONE.plus(fault(Optional.of(KEY), Optional.of(5))), 3);
    assertThat(ours.withCountsOf(theirs)).isEqualTo(ours);
    assertThat(FaultPlan.NONE.withCountsOf(theirs)).isEqualTo(FaultPlan.NONE);
  }

  @Test
  void it_applies_only_to_calls_that_match() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.of("k"), Optional.empty()));
    assertThat(plan.match(call("Decrypt", KEY)).effect()).isPresent();
    assertThat(plan.match(call("Encrypt", KEY)).effect()).isEmpty();
    assertThat(plan.match(call("Decrypt", KEY + "2")).effect()).isEmpty();
    assertThat(plan.without("fault-1").match(call("Decrypt", KEY)).effect()).isEmpty();
    assertThat(plan.cleared().plus(plan.faults().get(0)).faults().get(0).id()).isEqualTo("fault-2");
  }

  @Property
  void the_given_share_of_a_batch_fails(
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 500) int records) {
    long failed = IntStream.range(0, records).filter(effect(Optional.of(share))::appliesTo).count();
    assertThat(failed).isEqualTo((long) Math.floor(records * share));
  }
}
