package io.hydrant.server.metrics;

import io.hydrant.core.id.StreamArn;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that have series of their own. A series stays until the node stops, so that streams
 * beyond a number are counted together.
 */
final class StreamLabels {
  /** Each stream may have a series for each of Firehose's metrics. */
  static final int MOST = 100;

  /** No Region has that name. */
  static final String OTHER = "Other";

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** The labels of a series. */
  record Labels(String region, String stream) {}

  /** Returns the labels that a stream has alone. */
  static Labels own(StreamArn arn) {
    return new Labels(arn.region(), arn.name().value());
  }

  /** Returns the labels under which a stream is counted. */
  Labels of(StreamArn arn) {
    Labels own = own(arn);
    String id = own.region() + "/" + own.stream();
    if (known.contains(id)) {
      return own;
    }
    synchronized (known) {
      if (known.size() < MOST) {
        known.add(id);
        return own;
      }
    }
    return new Labels(OTHER, OTHER);
  }
}
