package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.quota.KeyClaimCommand;
import io.hydrant.core.quota.KeyClaimEvent;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.stream.KeyTarget;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.UsesKey;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.id.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets streams to a customer managed key, up to 500. A stream that leaves a key does not report
 * that to the key's claims. When the key seems full, the streams are asked. So no crash can lose a
 * place for good.
 */
final class KeyClaimDesk {
  private final EntityRegion<KeyClaims, KeyClaimEvent> claims;
  private final EntityRegion<StreamState, StreamEvent> streams;
  private final ServiceClock clock;
  private final int streamsPerKeyMax;

  KeyClaimDesk(
      EntityRegion<KeyClaims, KeyClaimEvent> claims,
      EntityRegion<StreamState, StreamEvent> streams,
      ServiceClock clock,
      int streamsPerKeyMax) {
    this.claims = claims;
    this.streams = streams;
    this.clock = clock;
    this.streamsPerKeyMax = streamsPerKeyMax;
  }

  /** The same target, or LimitExceededException. */
  CompletionStage<Reply<KeyTarget>> claim(StreamArn stream, KeyTarget target) {
    if (target.type() != KeyType.CUSTOMER_MANAGED_CMK) {
      return CompletableFuture.completedFuture(Reply.success(target));
    }
    String key = target.keyArn();
    KeyClaimCommand.ClaimKey claim =
        new KeyClaimCommand.ClaimKey(key, stream.toString(), streamsPerKeyMax, false);
    return claims
        .ask(key, claim)
        .thenCompose(
            reply ->
                reply.fold(
                    done -> CompletableFuture.completedFuture(reply),
                    full -> released(key).thenCompose(done -> claims.ask(key, claim))))
        .thenApply(reply -> reply.map(done -> target));
  }

  private CompletionStage<Reply<Empty>> released(String key) {
    Optional<Instant> asOf = Optional.of(clock.now());
    return claims
        .ask(key, new KeyClaimCommand.OldClaims())
        .thenCompose(reply -> unused(key, reply.fold(all -> all, refusal -> List.<String>of())))
        .thenCompose(left -> claims.ask(key, new KeyClaimCommand.ReleaseKey(left, asOf)));
  }

  private CompletionStage<List<String>> unused(String key, List<String> claimed) {
    CompletionStage<List<String>> unused = CompletableFuture.completedFuture(new ArrayList<>());
    for (String arn : claimed) {
      unused =
          unused.thenCombine(
              streams.ask(StreamId.ofArn(arn), new UsesKey(key)),
              (left, reply) -> {
                if (!reply.fold(uses -> uses, KeyClaimDesk::notThere)) {
                  left.add(arn);
                }
                return left;
              });
    }
    return unused;
  }

  /** A stream that does not exist uses no key. */
  private static boolean notThere(Refusal refusal) {
    return false;
  }
}
