package io.hydrant.runtime.fault;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.lambda.LambdaFunctions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Applies faults to invocations of Lambda functions. */
public final class FaultInjectingLambdaFunctions implements LambdaFunctions {
  private final LambdaFunctions functions;
  private final FaultInjector faults;

  public FaultInjectingLambdaFunctions(LambdaFunctions functions, FaultInjector faults) {
    this.functions = functions;
    this.faults = faults;
  }

  @Override
  public byte[] invoke(String functionArn, Caller role, byte[] event) throws LambdaFailure {
    Optional<ServiceError> error = errorOf(functionArn);
    if (error.isPresent()) {
      throw LambdaFailure.onDemand(error.get().code());
    }
    return functions.invoke(functionArn, role, event);
  }

  private Optional<ServiceError> errorOf(String functionArn) throws LambdaFailure {
    CallDescription call =
        new CallDescription(
            Fault.Service.LAMBDA,
            "Invoke",
            Fault.By.FIREHOSE,
            List.of(functionArn, unqualified(functionArn)),
            false);
    try {
      return BlockingFaults.await(faults.meet(call));
    } catch (ExecutionException unreachable) {
      throw LambdaFailure.noResponse();
    }
  }

  /** Returns an ARN without its version or alias, which is its eighth part. */
  private static String unqualified(String functionArn) {
    String[] parts = functionArn.split(":", -1);
    return String.join(":", List.of(parts).subList(0, Math.min(parts.length, 7)));
  }
}
