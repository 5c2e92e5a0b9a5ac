package io.hydrant.api.port;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Operates fault injection, and applies the faults to clients' calls. */
public interface FaultControl {
  /** Returns the faults, oldest first. */
  List<Fault> list();

  /** Adds a fault and returns it with its id. */
  Fault add(Fault fault);

  /** Changes all faults at once. */
  void change(UnaryOperator<FaultPlan> change);

  /** Returns the error that the call gets, after the fault's delay; empty for none. */
  CompletionStage<Optional<ServiceError>> meet(CallDescription call);
}
