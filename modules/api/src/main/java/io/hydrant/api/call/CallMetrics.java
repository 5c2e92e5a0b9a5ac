package io.hydrant.api.call;

/** Receives every answered call of an operation that exists. */
@FunctionalInterface
public interface CallMetrics {
  /**
   * @param outcome {@code OK} or the error's code
   */
  void answered(String service, String operation, String outcome, long nanos);
}
