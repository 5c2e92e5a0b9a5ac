package io.hydrant.api.port;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Trouble on demand, as the door operates it and meets it. */
public interface FaultControl {
  List<Fault> list();

  /** The fault, with its id. */
  Fault add(Fault fault);

  void change(UnaryOperator<FaultPlan> change);

  /** What a client's call meets. */
  CompletionStage<Optional<ServiceError>> meet(CallDescription call);
}
