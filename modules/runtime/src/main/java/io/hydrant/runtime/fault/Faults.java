package io.hydrant.runtime.fault;

import io.hydrant.core.entity.Refusal;
import io.hydrant.core.fault.Errors;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultCall;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.origin.Origins;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The faults of this node. They live in memory: a restart is free of them. */
public class Faults {
  private final ServiceClock clock;
  private final AtomicReference<Stand> stand = new AtomicReference<>(new Stand(0, FaultPlan.NONE));

  /**
   * How the faults stand.
   *
   * @param revision how often somebody has changed them; strikes do not count
   */
  public record Stand(long revision, FaultPlan plan) {
    private Stand changed(UnaryOperator<FaultPlan> change) {
      return new Stand(revision + 1, change.apply(plan));
    }
  }

  public Faults(ServiceClock clock) {
    this.clock = clock;
  }

  /** Those that a node starts with. */
  public void begin(List<Fault> faults) {
    FaultPlan plan = FaultPlan.NONE;
    for (Fault fault : faults) {
      plan = plan.plus(fault);
    }
    stand.set(new Stand(0, plan));
  }

  public Stand stand() {
    return stand.get();
  }

  /** The faults of another node, where they were changed more often. */
  public void takeOver(Stand theirs) {
    stand.updateAndGet(ours -> ours.revision() < theirs.revision() ? theirs : ours);
  }

  public List<Fault> list() {
    return stand.get().plan().faults();
  }

  /** The fault, with its id. */
  public Fault add(Fault fault) {
    List<Fault> faults =
        stand.updateAndGet(old -> old.changed(plan -> plan.plus(fault))).plan().faults();
    return faults.get(faults.size() - 1);
  }

  public void change(UnaryOperator<FaultPlan> change) {
    stand.updateAndGet(old -> old.changed(change));
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
    return Origins.kept(clock.reached(clock.now().plus(effect.get().delay())))
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
    while (true) {
      Stand before = stand.get();
      if (before.plan().faults().isEmpty()) {
        return Optional.empty();
      }
      FaultPlan.Met met = before.plan().meet(call);
      if (stand.compareAndSet(before, new Stand(before.revision(), met.plan()))) {
        return met.effect();
      }
    }
  }
}
