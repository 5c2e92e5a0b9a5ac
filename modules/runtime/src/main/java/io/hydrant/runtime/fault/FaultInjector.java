package io.hydrant.runtime.fault;

import io.hydrant.api.port.FaultControl;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultErrors;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.tracing.CorrelationContexts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Holds this node's faults in memory and applies them to calls. In a cluster, one node decides
 * which calls a fault applies to, so that each fault applies exactly as often as it says. Safe for
 * use by several threads.
 */
public final class FaultInjector implements FaultControl {
  private final ServiceClock clock;
  private final Decider local = call -> CompletableFuture.completedFuture(decideHere(call));
  private volatile Decider decider = local;
  private final AtomicReference<VersionedPlan> current =
      new AtomicReference<>(new VersionedPlan(0, FaultPlan.NONE));

  /**
   * The faults at one time.
   *
   * @param revision the number of changes; applications of a fault do not count
   */
  public record VersionedPlan(long revision, FaultPlan plan) {
    private VersionedPlan changed(UnaryOperator<FaultPlan> change) {
      return new VersionedPlan(revision + 1, change.apply(plan));
    }
  }

  /** Decides whether a fault applies to a call. */
  @FunctionalInterface
  public interface Decider {
    CompletionStage<Optional<Fault.Effect>> decide(CallDescription call);
  }

  public FaultInjector(ServiceClock clock) {
    this.clock = clock;
  }

  /** Sets the faults that a node starts with, before it joins a cluster. */
  public void begin(List<Fault> faults) {
    decider = local;
    FaultPlan plan = FaultPlan.NONE;
    for (Fault fault : faults) {
      plan = plan.plus(fault);
    }
    current.set(new VersionedPlan(0, plan));
  }

  public VersionedPlan versionedPlan() {
    return current.get();
  }

  /** Sets the decider of all later calls. */
  public void setDecider(Decider newDecider) {
    decider = newDecider;
  }

  /**
   * Merges the faults of another node: the higher revision wins, and no application of a fault is
   * undone.
   */
  public void merge(VersionedPlan theirs) {
    current.updateAndGet(
        ours -> {
          VersionedPlan newer = ours.revision() < theirs.revision() ? theirs : ours;
          VersionedPlan older = newer.equals(theirs) ? ours : theirs;
          return new VersionedPlan(newer.revision(), newer.plan().withCountsOf(older.plan()));
        });
  }

  @Override
  public List<Fault> list() {
    return current.get().plan().faults();
  }

  /** Adds a fault and returns it with its id. */
  @Override
  public Fault add(Fault fault) {
    List<Fault> faults =
        current.updateAndGet(old -> old.changed(plan -> plan.plus(fault))).plan().faults();
    return faults.get(faults.size() - 1);
  }

  @Override
  public void change(UnaryOperator<FaultPlan> change) {
    current.updateAndGet(old -> old.changed(change));
  }

  /**
   * Returns the error of a fault that applies to the call, if any, after the fault's delay. If the
   * fault makes the service unreachable, the stage fails for Firehose's own calls, and clients get
   * an error that says so.
   */
  @Override
  public CompletionStage<Optional<ServiceError>> meet(CallDescription call) {
    return effectOn(call)
        .thenCompose(
            effect ->
                effect
                    .map(applied -> apply(call, applied))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
  }

  private CompletionStage<Optional<ServiceError>> apply(CallDescription call, Fault.Effect effect) {
    return CorrelationContexts.kept(clock.reached(clock.now().plus(effect.delay())))
        .thenApply(
            now -> {
              if (!effect.unreachable()) {
                return effect.error();
              }
              if (call.by() == Fault.By.CLIENT) {
                return Optional.of(FaultErrors.unreachable(call.operation()));
              }
              throw new UnreachableException(call);
            });
  }

  /** Returns the effect of a fault that applies to a batch, if any. */
  public CompletionStage<Optional<Fault.Effect>> effectOn(CallDescription call) {
    // Most calls have no fault, and for those no other node is asked.
    return current.get().plan().match(call).effect().isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : CorrelationContexts.kept(decider.decide(call));
  }

  /** Decides on this node, and counts the application of the fault. */
  public Optional<Fault.Effect> decideHere(CallDescription call) {
    while (true) {
      VersionedPlan before = current.get();
      FaultPlan.Match match = before.plan().match(call);
      if (match.effect().isEmpty()
          || current.compareAndSet(before, new VersionedPlan(before.revision(), match.plan()))) {
        return match.effect();
      }
    }
  }
}
