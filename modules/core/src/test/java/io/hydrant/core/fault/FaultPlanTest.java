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
  void a_fault_strikes_as_often_as_it_was_asked_to() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(2)));
    int struck = 0;
    for (int i = 0; i < 5; i++) {
      FaultPlan.Met met = plan.meet(call("Decrypt", KEY));
      plan = met.plan();
      struck += met.effect().isPresent() ? 1 : 0;
    }
    assertThat(struck).isEqualTo(2);
    assertThat(plan.faults().get(0).struck()).isEqualTo(2);
  }

  @Test
  void without_a_number_it_strikes_for_ever() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.empty()));
    for (int i = 0; i < 100; i++) {
      FaultPlan.Met met = plan.meet(call("Decrypt", KEY));
      assertThat(met.effect()).isPresent();
      plan = met.plan();
    }
  }

  @Property
  void strikes_are_counted_on_wherever_the_next_one_is_decided(
      @ForAll @IntRange(min = 0, max = 5) int here, @ForAll @IntRange(min = 0, max = 5) int there) {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(5)));
    FaultPlan together = struck(plan, here).withStrikesOf(struck(plan, there));
    assertThat(together).isEqualTo(struck(plan, Math.max(here, there)));
    assertThat(together).isEqualTo(struck(plan, there).withStrikesOf(struck(plan, here)));
  }

  private static FaultPlan struck(FaultPlan plan, int times) {
    FaultPlan struck = plan;
    for (int i = 0; i < times; i++) {
      struck = struck.meet(call("Decrypt", KEY)).plan();
    }
    return struck;
  }

  @Test
  void strikes_of_another_fault_are_not_taken_over() {
    FaultPlan ours = FaultPlan.NONE.plus(fault(Optional.empty(), Optional.of(5)));
    FaultPlan theirs = struck(FaultPlan.NONE.plus(fault(Optional.of(KEY), Optional.of(5))), 3);
    assertThat(ours.withStrikesOf(theirs)).isEqualTo(ours);
    assertThat(FaultPlan.NONE.withStrikesOf(theirs)).isEqualTo(FaultPlan.NONE);
  }

  @Test
  void it_strikes_only_what_it_is_about() {
    FaultPlan plan = FaultPlan.NONE.plus(fault(Optional.of("k"), Optional.empty()));
    assertThat(plan.meet(call("Decrypt", KEY)).effect()).isPresent();
    assertThat(plan.meet(call("Encrypt", KEY)).effect()).isEmpty();
    assertThat(plan.meet(call("Decrypt", KEY + "2")).effect()).isEmpty();
    assertThat(plan.without("fault-1").meet(call("Decrypt", KEY)).effect()).isEmpty();
    assertThat(plan.cleared().plus(plan.faults().get(0)).faults().get(0).id()).isEqualTo("fault-2");
  }

  @Property
  void of_a_batch_the_share_fails(
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 500) int records) {
    long failed = IntStream.range(0, records).filter(effect(Optional.of(share))::strikes).count();
    assertThat(failed).isEqualTo((long) Math.floor(records * share));
  }
}
