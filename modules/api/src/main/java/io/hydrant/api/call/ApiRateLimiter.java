package io.hydrant.api.call;

import io.hydrant.api.port.ClockControl;
import io.hydrant.core.collection.RecentMap;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import io.hydrant.core.quota.QuotaErrors;
import io.hydrant.core.quota.TokenBucket;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Firehose admits five calls a second of each control operation in an account and region. */
public final class ApiRateLimiter {
  private static final long A_SECOND = 5;
  private static final Set<String> UNLIMITED = Set.of("PutRecord", "PutRecordBatch");

  private final boolean limited;
  private final ClockControl clock;

  /**
   * Clients choose regions, and accounts too, so that only the buckets which were used last are
   * kept. One that is forgotten is full again, as it would be a second later.
   */
  public static final int BUCKETS_MAX = 10_000;

  private final RecentMap<String, TokenBucket> buckets = new RecentMap<>(BUCKETS_MAX);

  public ApiRateLimiter(boolean limited, ClockControl clock) {
    this.limited = limited;
    this.clock = clock;
  }

  /** ThrottlingException, or nothing. */
  public Optional<ServiceError> refusal(Service service, Operation operation, Caller caller) {
    if (!limited
        || service.name() != Fault.Service.FIREHOSE
        || UNLIMITED.contains(operation.name())) {
      return Optional.empty();
    }
    Instant now = clock.now();
    boolean[] admitted = {false};
    buckets.change(
        caller.account() + "/" + caller.region() + "/" + operation.name(),
        key -> TokenBucket.full(A_SECOND, now),
        before -> {
          Optional<TokenBucket> after = before.take(1, A_SECOND, now);
          admitted[0] = after.isPresent();
          return after.orElse(before);
        });
    return admitted[0] ? Optional.empty() : Optional.of(QuotaErrors.rateExceeded());
  }

  /** Buckets that are kept. */
  public int size() {
    return buckets.size();
  }
}
