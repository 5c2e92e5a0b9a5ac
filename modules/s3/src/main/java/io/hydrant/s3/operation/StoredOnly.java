package io.hydrant.s3.operation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once for each bucket and configuration that it is stored and has no effect. */
final class StoredOnly {
  private static final Logger LOG = LoggerFactory.getLogger(StoredOnly.class);
  private static final int REMEMBERED_MAX = 10_000;

  private final Set<String> said = new LinkedHashSet<>();

  /**
   * @param configuration for example {@code LifecycleConfiguration}
   */
  synchronized void warn(String bucket, String configuration) {
    if (said.add(bucket + "/" + configuration)) {
      LOG.warn("The {} of the bucket {} is stored and has no effect here", configuration, bucket);
    }
    if (said.size() > REMEMBERED_MAX) {
      said.remove(said.iterator().next());
    }
  }
}
