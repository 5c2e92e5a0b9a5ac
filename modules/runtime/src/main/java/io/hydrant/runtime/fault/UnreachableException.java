package io.hydrant.runtime.fault;

import io.hydrant.core.fault.CallDescription;

/** Reports that a fault makes a service unreachable. */
public final class UnreachableException extends RuntimeException {
  UnreachableException(CallDescription call) {
    super(call.service() + " is unreachable for " + call.operation() + ", by a fault on demand.");
  }
}
