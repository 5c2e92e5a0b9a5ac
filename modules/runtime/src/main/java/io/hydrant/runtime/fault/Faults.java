package io.hydrant.runtime.fault;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.fault.Errors;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultCall;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.runtime.ServiceClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The faults of this node. They live in memory: a restart is free of them. */
public class Faults {
  private final ServiceClock clock;
  private final AtomicReference<FaultPlan> plan = new AtomicReference<>(FaultPlan.NONE);

  public Faults(ServiceClock clock) {
    this.clock = clock;
  }

  public List<Fault> list() {
    return plan.get().faults();
  }

  /** The fault, with its id. */
  public Fault add(Fault fault) {
    List<Fault> faults = plan.updateAndGet(old -> old.plus(fault)).faults();
    return faults.get(faults.size() - 1);
  }

  public void change(UnaryOperator<FaultPlan> change) {
    plan.updateAndGet(change);
  }

  /**
   * What the call meets, after the fault's delay: an error, or nothing. Where the service is to be
   * unreachable, the stage fails for Firehose's own calls; clients are told so.
   */
  public CompletionStage<Optional<Refusal>> meet(FaultCall call) {
    Optional<Fault.Effect> effect = struck(call);
    if (effect.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return clock
        .reached(clock.now().plus(effect.get().delay()))
        .thenApply(
            now -> {
              if (!effect.get().unreachable()) {
                return effect.get().error();
              }
              if (call.by() == Fault.By.CLIENT) {
                return Optional.of(Errors.unreachable(call.operation()));
              }
              throw new UnreachableException(call);
            });
  }

  /** What the records of a batch meet. */
  public Optional<Fault.Effect> struck(FaultCall call) {
    if (plan.get().faults().isEmpty()) {
      return Optional.empty();
    }
    while (true) {
      FaultPlan before = plan.get();
      FaultPlan.Met met = before.meet(call);
      if (plan.compareAndSet(before, met.plan())) {
        return met.effect();
      }
    }
  }
}
