package io.hydrant.core.quota;

import java.time.Duration;

/** "A combined limit of 25 calls per Firehose stream per 24 hours." */
public final class Limits {
  public static final int ENCRYPTION_CALLS_MAX = 25;
  public static final Duration ENCRYPTION_CALLS_WINDOW = Duration.ofHours(24);

  private Limits() {}
}
