package io.hydrant.server.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outcomes that calls are counted by. Faults on demand and a KMS elsewhere may answer any code,
 * and each would be a series for ever: those beyond a number are counted together.
 */
final class Outcomes {
  /** AWS's errors of both services are fewer. */
  static final int MOST = 200;

  static final String OTHER = "Other";

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  String of(String code) {
    if (known.contains(code)) {
      return code;
    }
    synchronized (known) {
      if (known.size() < MOST) {
        known.add(code);
        return code;
      }
    }
    return OTHER;
  }
}
