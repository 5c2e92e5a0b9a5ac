package io.hydrant.core.fault;

import io.hydrant.core.entity.ServiceError;

/** The errors that a client gets for a fault that has no error of its own. */
public final class FaultErrors {
  private FaultErrors() {}

  public static ServiceError unreachable(String operation) {
    return new ServiceError(
        "ServiceUnavailableException", operation + " is made unreachable by a fault on demand.");
  }
}
