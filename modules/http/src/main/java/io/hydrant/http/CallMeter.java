package io.hydrant.http;

/** Receives every answered call of an operation that exists. */
@FunctionalInterface
public interface CallMeter {
  /**
   * @param outcome {@code OK} or the error's code
   */
  void answered(String service, String operation, String outcome, long nanos);
}
