package io.hydrant.core.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All faults of a node. Where several match a call, the oldest one applies. */
public record FaultPlan(int lastId, List<Fault> faults) {
  /** Each call is compared with all of them, and a message between nodes carries all of them. */
  public static final int FAULTS_MAX = 200;

  public static final FaultPlan NONE = new FaultPlan(0, List.of());

  /**
   * The effect on a call.
   *
   * @param plan the plan after the call
   * @param effect empty where no fault matches
   */
  public record Match(FaultPlan plan, Optional<Fault.Effect> effect) {}

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  public Match match(CallDescription call) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.concerns(call)) {
        List<Fault> changed = new ArrayList<>(faults);
        changed.set(i, fault.afterUse());
        return new Match(new FaultPlan(lastId, changed), Optional.of(fault.effect()));
      }
    }
    return new Match(this, Optional.empty());
  }

  /** Returns this plan with the counts of the other one where those are higher. */
  public FaultPlan withCountsOf(FaultPlan others) {
    return new FaultPlan(
        lastId,
        faults.stream()
            .map(
                fault ->
                    others.faults.stream()
                        .filter(fault::isSameAs)
                        .filter(other -> other.applied() > fault.applied())
                        .findFirst()
                        .orElse(fault))
            .toList());
  }

  /** Adds a fault under a new id. */
  public FaultPlan plus(Fault fault) {
    List<Fault> changed = new ArrayList<>(faults);
    changed.add(
        new Fault(
            "fault-" + (lastId + 1),
            fault.service(),
            fault.operation(),
            fault.on(),
            fault.by(),
            fault.timesLeft(),
            0,
            fault.effect()));
    return new FaultPlan(lastId + 1, changed);
  }

  public FaultPlan without(String id) {
    return new FaultPlan(lastId, faults.stream().filter(fault -> !fault.id().equals(id)).toList());
  }

  /** Removes all faults. Ids continue to count, so that none is used twice. */
  public FaultPlan cleared() {
    return new FaultPlan(lastId, List.of());
  }
}
