package io.hydrant.core.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All faults of a node; of several that concern a call the oldest one strikes. */
public record FaultPlan(int lastId, List<Fault> faults) {
  /** Each call is held against all of them, and a message between nodes has all of them. */
  public static final int FAULTS_MAX = 200;

  public static final FaultPlan NONE = new FaultPlan(0, List.of());

  /** What a call meets, and the plan after it. */
  public record Met(FaultPlan plan, Optional<Fault.Effect> effect) {}

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  public Met meet(CallDescription call) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.concerns(call)) {
        List<Fault> changed = new ArrayList<>(faults);
        changed.set(i, fault.afterStrike());
        return new Met(new FaultPlan(lastId, changed), Optional.of(fault.effect()));
      }
    }
    return new Met(this, Optional.empty());
  }

  /** This plan, whose faults have struck as often as they have there, if that is more often. */
  public FaultPlan withStrikesOf(FaultPlan others) {
    return new FaultPlan(
        lastId,
        faults.stream()
            .map(
                fault ->
                    others.faults.stream()
                        .filter(fault::isSameAs)
                        .filter(other -> other.struck() > fault.struck())
                        .findFirst()
                        .orElse(fault))
            .toList());
  }

  /** With one more, under a new id. */
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

  /** Ids go on counting, so that none is used twice. */
  public FaultPlan cleared() {
    return new FaultPlan(lastId, List.of());
  }
}
