package io.hydrant.core.fault;

import io.hydrant.core.entity.Refusal;

/** The errors that a client gets for a fault without words of its own. */
public final class Errors {
  private Errors() {}

  public static Refusal unreachable(String operation) {
    return new Refusal(
        "ServiceUnavailableException", operation + " is made unreachable by a fault on demand.");
  }
}
