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
 * The faults, as this node knows them. They live in memory: a restart is free of them. Of the nodes
 * of a cluster one decides which calls they strike, so that each strikes as often as it was set to.
 */
public final class FaultInjector implements FaultControl {
  private final ServiceClock clock;
  private final Referee here = call -> CompletableFuture.completedFuture(strike(call));
  private volatile Referee referee = here;
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

  /** Decides what calls meet. */
  @FunctionalInterface
  public interface Referee {
    CompletionStage<Optional<Fault.Effect>> decide(CallDescription call);
  }

  public FaultInjector(ServiceClock clock) {
    this.clock = clock;
  }

  /** Those that a node starts with, before it knows of others. */
  public void begin(List<Fault> faults) {
    referee = here;
    FaultPlan plan = FaultPlan.NONE;
    for (Fault fault : faults) {
      plan = plan.plus(fault);
    }
    stand.set(new Stand(0, plan));
  }

  public Stand stand() {
    return stand.get();
  }

  /** Who decides from now on. */
  public void decidedBy(Referee decider) {
    referee = decider;
  }

  /** The faults of another node, where they were changed more often; strikes are never undone. */
  public void takeOver(Stand theirs) {
    stand.updateAndGet(
        ours -> {
          Stand newer = ours.revision() < theirs.revision() ? theirs : ours;
          Stand older = newer.equals(theirs) ? ours : theirs;
          return new Stand(newer.revision(), newer.plan().withCountsOf(older.plan()));
        });
  }

  @Override
  public List<Fault> list() {
    return stand.get().plan().faults();
  }

  /** The fault, with its id. */
  @Override
  public Fault add(Fault fault) {
    List<Fault> faults =
        stand.updateAndGet(old -> old.changed(plan -> plan.plus(fault))).plan().faults();
    return faults.get(faults.size() - 1);
  }

  @Override
  public void change(UnaryOperator<FaultPlan> change) {
    stand.updateAndGet(old -> old.changed(change));
  }

  /**
   * What the call meets, after the fault's delay: an error, or nothing. Where the service is to be
   * unreachable, the stage fails for Firehose's own calls; clients get an error that says so.
   */
  @Override
  public CompletionStage<Optional<ServiceError>> meet(CallDescription call) {
    return struck(call)
        .thenCompose(
            effect ->
                effect
                    .map(struck -> met(call, struck))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
  }

  private CompletionStage<Optional<ServiceError>> met(CallDescription call, Fault.Effect effect) {
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

  /** What the records of a batch meet. */
  public CompletionStage<Optional<Fault.Effect>> struck(CallDescription call) {
    // Most calls meet no fault; those need no question to another node.
    return stand.get().plan().match(call).effect().isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : CorrelationContexts.kept(referee.decide(call));
  }

  /** Decides at this node. */
  public Optional<Fault.Effect> strike(CallDescription call) {
    while (true) {
      Stand before = stand.get();
      FaultPlan.Match met = before.plan().match(call);
      if (met.effect().isEmpty()
          || stand.compareAndSet(before, new Stand(before.revision(), met.plan()))) {
        return met.effect();
      }
    }
  }
}
