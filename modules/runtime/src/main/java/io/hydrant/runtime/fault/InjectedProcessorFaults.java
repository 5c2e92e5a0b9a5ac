package io.hydrant.runtime.fault;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultErrors;
import io.hydrant.core.id.StreamArn;
import io.hydrant.delivery.processing.ProcessorFaults;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Applies faults to the processors of streams: all records of a batch fail, or a share of them. */
public final class InjectedProcessorFaults implements ProcessorFaults {
  private final FaultInjector faults;

  public InjectedProcessorFaults(FaultInjector faults) {
    this.faults = faults;
  }

  @Override
  public Optional<Failure> on(String processorType, StreamArn stream) {
    Optional<ServiceError> whole = wholeBatch(processorType, stream);
    return whole.isPresent()
        ? whole.map(error -> new Failure(error.code(), error.message(), place -> true))
        : share(processorType, stream);
  }

  private Optional<ServiceError> wholeBatch(String processorType, StreamArn stream) {
    try {
      return BlockingFaults.await(faults.meet(call(processorType, stream, false)));
    } catch (ExecutionException unreachable) {
      return Optional.of(FaultErrors.unreachable(processorType));
    }
  }

  private Optional<Failure> share(String processorType, StreamArn stream) {
    try {
      return BlockingFaults.await(faults.effectOn(call(processorType, stream, true)))
          .flatMap(
              effect ->
                  effect
                      .error()
                      .map(error -> new Failure(error.code(), error.message(), effect::appliesTo)));
    } catch (ExecutionException noDecision) {
      return Optional.empty();
    }
  }

  private static CallDescription call(String processorType, StreamArn stream, boolean batch) {
    return new CallDescription(
        Fault.Service.PROCESSOR,
        processorType,
        Fault.By.FIREHOSE,
        List.of(stream.toString()),
        batch);
  }
}
