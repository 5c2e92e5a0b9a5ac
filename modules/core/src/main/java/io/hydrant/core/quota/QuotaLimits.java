package io.hydrant.core.quota;

import java.time.Duration;

/** The numbers of the quotas, each with its source. */
public final class QuotaLimits {
  /** "A combined limit of 25 calls per Firehose stream per 24 hours." */
  public static final int ENCRYPTION_CALLS_MAX = 25;

  public static final Duration ENCRYPTION_CALLS_WINDOW = Duration.ofHours(24);

  /** "You can use a CMK of type CUSTOMER_MANAGED_CMK to encrypt up to 500 Firehose streams." */
  public static final int STREAMS_PER_KEY_MAX = 500;

  /** The time that a reservation has until encryption starts. */
  static final Duration KEY_RESERVATION_GRACE = Duration.ofMinutes(1);

  private QuotaLimits() {}
}
