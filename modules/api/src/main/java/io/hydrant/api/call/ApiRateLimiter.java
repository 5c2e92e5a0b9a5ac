package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.collection.RecentMap;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.quota.QuotaErrors;
import io.hydrant.core.quota.TokenBucket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Admits five calls a second of each Firehose control operation in an account and region; others
 * are refused with ThrottlingException.
 */
public final class ApiRateLimiter implements CallInterceptor {
  private static final long CALLS_PER_SECOND = 5;
  private static final Set<String> UNLIMITED = Set.of("PutRecord", "PutRecordBatch");

  /**
   * The number of buckets kept. It is bounded because clients choose regions and accounts; the
   * bucket used least recently is dropped. A dropped one counts as full, as it would be a second
   * later.
   */
  public static final int BUCKETS_MAX = 10_000;

  private final InstantSource clock;
  private final RecentMap<String, TokenBucket> buckets = new RecentMap<>(BUCKETS_MAX);

  public ApiRateLimiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CompletionStage<Reply<JsonNode>> intercept(CallContext call, JsonNode input, Next next) {
    return isAdmitted(call.authenticatedCaller(), call.operation())
        ? next.proceed(input)
        : Replies.failure(QuotaErrors.rateExceeded());
  }

  /** Takes a token for the call, if there is one. */
  public boolean isAdmitted(Caller caller, String operation) {
    if (UNLIMITED.contains(operation)) {
      return true;
    }
    Instant now = clock.instant();
    boolean[] admitted = {false};
    buckets.change(
        caller.account() + "/" + caller.region() + "/" + operation,
        key -> TokenBucket.full(CALLS_PER_SECOND, now),
        before -> {
          var after = before.take(1, CALLS_PER_SECOND, now);
          admitted[0] = after.isPresent();
          return after.orElse(before);
        });
    return admitted[0];
  }

  /** Returns the number of buckets that are kept. */
  public int size() {
    return buckets.size();
  }
}
