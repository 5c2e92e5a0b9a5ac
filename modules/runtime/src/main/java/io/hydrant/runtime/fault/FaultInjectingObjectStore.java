package io.hydrant.runtime.fault;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Applies faults to writes of objects. */
public final class FaultInjectingObjectStore implements ObjectStore {
  private final ObjectStore store;
  private final FaultInjector faults;

  public FaultInjectingObjectStore(ObjectStore store, FaultInjector faults) {
    this.store = store;
    this.faults = faults;
  }

  @Override
  public void put(ObjectWrite object, byte[] body) {
    CallDescription call =
        new CallDescription(
            Fault.Service.S3,
            "PutObject",
            Fault.By.FIREHOSE,
            List.of(object.bucket(), object.key()),
            false);
    errorOf(call)
        .ifPresent(
            error -> {
              throw new DeliveryException(
                  DeliveryException.ofS3(error.code()),
                  "S3 refused the object: " + error.code() + ", " + error.message(),
                  null);
            });
    store.put(object, body);
  }

  private Optional<ServiceError> errorOf(CallDescription call) {
    try {
      return faults.meet(call).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new DeliveryException(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException("The node stops; the object is written after its start.", e);
    }
  }
}
