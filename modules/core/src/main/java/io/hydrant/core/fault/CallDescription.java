package io.hydrant.core.fault;

import java.util.List;

/**
 * A call that a fault may apply to.
 *
 * @param resources names and ARNs of the streams, keys, buckets, functions and tables that it
 *     concerns
 * @param batch true where the question is which records of the call fail, not the call itself
 */
public record CallDescription(
    Fault.Service service, String operation, Fault.By by, List<String> resources, boolean batch) {
  public CallDescription {
    resources = List.copyOf(resources);
  }

  /** A key matches by ARN or id, a stream by ARN or name, a bucket by ARN or name. */
  boolean concerns(String name) {
    return resources.stream()
        .anyMatch(
            each -> each.equals(name) || each.endsWith("/" + name) || each.endsWith(":" + name));
  }
}
