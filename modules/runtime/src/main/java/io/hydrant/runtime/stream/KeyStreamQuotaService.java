package io.hydrant.runtime.stream;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaCommand;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.IsKeyInUse;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reserves a customer managed key for streams, up to 500. A stream that stops using a key does not
 * release its reservation. When a key is full, this service asks the streams which of them still
 * use it, so no crash can lose a place for ever.
 */
final class KeyStreamQuotaService {
  private final Entities<KeyStreamQuota, KeyStreamQuotaEvent> claims;
  private final Entities<StreamState, StreamEvent> streams;
  private final ServiceClock clock;
  private final int streamsPerKeyMax;

  KeyStreamQuotaService(
      Entities<KeyStreamQuota, KeyStreamQuotaEvent> claims,
      Entities<StreamState, StreamEvent> streams,
      ServiceClock clock,
      int streamsPerKeyMax) {
    this.claims = claims;
    this.streams = streams;
    this.clock = clock;
    this.streamsPerKeyMax = streamsPerKeyMax;
  }

  /** Returns the same target, or LimitExceededException. */
  CompletionStage<Reply<ResolvedKey>> claim(StreamArn stream, ResolvedKey target) {
    if (target.type() != KeyType.CUSTOMER_MANAGED_CMK) {
      return CompletableFuture.completedFuture(Reply.success(target));
    }
    String key = target.keyArn();
    KeyStreamQuotaCommand.ReserveKey claim =
        new KeyStreamQuotaCommand.ReserveKey(key, stream.toString(), streamsPerKeyMax, false);
    return claims
        .ask(key, claim)
        .thenCompose(
            reply ->
                reply.fold(
                    done -> CompletableFuture.completedFuture(reply),
                    full -> released(key).thenCompose(done -> claims.ask(key, claim))))
        .thenApply(reply -> reply.map(done -> target));
  }

  private CompletionStage<Reply<NoOutput>> released(String key) {
    Instant asOf = clock.now();
    return claims
        .ask(key, new KeyStreamQuotaCommand.StaleReservations())
        .thenCompose(reply -> unused(key, reply.fold(all -> all, refusal -> List.<String>of())))
        .thenCompose(
            left -> claims.ask(key, new KeyStreamQuotaCommand.ReleaseReservations(left, asOf)));
  }

  private CompletionStage<List<String>> unused(String key, List<String> claimed) {
    CompletionStage<List<String>> unused = CompletableFuture.completedFuture(new ArrayList<>());
    for (String arn : claimed) {
      unused =
          unused.thenCombine(
              streams.ask(StreamId.ofArn(arn), new IsKeyInUse(key)),
              (left, reply) -> {
                if (!reply.fold(uses -> uses, KeyStreamQuotaService::notThere)) {
                  left.add(arn);
                }
                return left;
              });
    }
    return unused;
  }

  /** Returns false: a stream that does not exist uses no key. */
  private static boolean notThere(ServiceError refusal) {
    return false;
  }
}
