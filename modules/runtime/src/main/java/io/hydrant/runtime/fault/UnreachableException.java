package io.hydrant.runtime.fault;

import io.hydrant.core.fault.FaultCall;

/** A fault keeps a service from being reached. */
public final class UnreachableException extends RuntimeException {
  UnreachableException(FaultCall call) {
    super(call.service() + " is unreachable for " + call.operation() + ", by a fault on demand.");
  }
}
