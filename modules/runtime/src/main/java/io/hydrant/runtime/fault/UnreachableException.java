package io.hydrant.runtime.fault;

import io.hydrant.core.fault.CallDescription;

/** A fault keeps a service from being reached. */
public final class UnreachableException extends RuntimeException {
  UnreachableException(CallDescription call) {
    super(call.service() + " is unreachable for " + call.operation() + ", by a fault on demand.");
  }
}
