package io.hydrant.core.fault;

import java.util.List;

/**
 * A call that a fault may strike.
 *
 * @param resources names and ARNs of the streams, keys and buckets that it concerns
 * @param batch the call asks which of its records fail, not whether it fails as a whole
 */
public record CallDescription(
    Fault.Service service, String operation, Fault.By by, List<String> resources, boolean batch) {
  public CallDescription {
    resources = List.copyOf(resources);
  }

  /** A key's ARN is also meant by its id, a stream's by its name, a bucket's by the bucket. */
  boolean concerns(String name) {
    return resources.stream()
        .anyMatch(
            each -> each.equals(name) || each.endsWith("/" + name) || each.endsWith(":" + name));
  }
}
