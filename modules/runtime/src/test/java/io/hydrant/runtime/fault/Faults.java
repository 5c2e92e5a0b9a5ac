package io.hydrant.runtime.fault;

import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Faults and calls for tests. */
public final class Faults {
  public static final ServiceError ERROR = new ServiceError("InternalFailure", "by the test");

  /** A client's call that the faults apply to. */
  public static final CallDescription LIST =
      new CallDescription(
          Fault.Service.FIREHOSE, "ListDeliveryStreams", Fault.By.CLIENT, List.of(), false);

  private Faults() {}

  /** Returns a fault that applies to {@link #LIST} that many times. */
  public static Fault onList(int times) {
    return on(Fault.Service.FIREHOSE, "ListDeliveryStreams", times);
  }

  /** Returns a fault that applies to an operation that many times. */
  public static Fault on(Fault.Service service, String operation, int times) {
    return new Fault(
        "",
        service,
        operation,
        Optional.empty(),
        Optional.empty(),
        Optional.of(times),
        0,
        new Fault.Effect(Duration.ZERO, false, Optional.of(ERROR), Optional.empty()));
  }
}
