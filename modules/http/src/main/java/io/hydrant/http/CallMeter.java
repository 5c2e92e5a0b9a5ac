package io.hydrant.http;

/** Is told of every answered call of an operation that there is. */
@FunctionalInterface
public interface CallMeter {
  /**
   * @param outcome {@code OK} or the error's code
   */
  void answered(String service, String operation, String outcome, long nanos);
}
