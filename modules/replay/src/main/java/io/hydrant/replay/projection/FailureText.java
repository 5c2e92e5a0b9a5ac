package io.hydrant.replay.projection;

import io.hydrant.core.buffer.DeliveryFailure;

/** Describes failed attempts to process or to deliver records. */
public final class FailureText {
  private FailureText() {}

  /** Returns for example {@code attempt 3, next at 2026-01-01 00:00:30.000: The bucket …}. */
  public static String ofLast(DeliveryFailure failure) {
    return "attempt "
        + failure.attempts()
        + ", next at "
        + Formats.time(failure.retryAt())
        + ": "
        + failure.reason();
  }

  /** Returns all attempts in a row. */
  public static String ofAll(DeliveryFailure failure) {
    return failure.attempts()
        + (failure.attempts() == 1 ? " attempt" : " attempts")
        + " failed since "
        + Formats.time(failure.since())
        + ", next at "
        + Formats.time(failure.retryAt())
        + ": "
        + failure.reason();
  }
}
