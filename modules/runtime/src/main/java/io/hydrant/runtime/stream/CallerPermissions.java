package io.hydrant.runtime.stream;

import io.hydrant.core.collection.RecentMap;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.PutPermissions;
import io.hydrant.core.stream.PutPermissions.Freshness;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.kms.KmsPort;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks KMS for the permissions that {@link PutPermissions} names. A permission is cached as long as
 * a plaintext data key. A refusal is not cached, so that a corrected policy takes effect at once.
 * Safe for use by several threads.
 */
public final class CallerPermissions {
  private static final Logger LOG = LoggerFactory.getLogger(CallerPermissions.class);

  /** The reply that a caller may proceed; no stage has to be awaited. */
  static final CompletionStage<Reply<NoOutput>> PERMITTED =
      CompletableFuture.completedFuture(Reply.success(new NoOutput()));

  /** The number of cached permissions. */
  static final int REMEMBERED_MAX = 10_000;

  private final KmsPort kms;
  private final ServiceClock clock;
  private final boolean required;
  private final Duration remembered;
  private final RecentMap<Use, Permission> permitted = new RecentMap<>(REMEMBERED_MAX);

  /** The pending questions; puts that need the same answer wait for it. */
  private final Map<Use, CompletableFuture<Boolean>> asked = new ConcurrentHashMap<>();

  private record Permission(Instant askedAt, AtomicBoolean renewing) {}

  private record Use(String principalArn, String keyArn, StreamArn stream) {}

  /**
   * Creates a check.
   *
   * @param required false if only the stream's grant counts, as before April 2026
   */
  public CallerPermissions(KmsPort kms, ServiceClock clock, boolean required, Duration remembered) {
    this.kms = kms;
    this.clock = clock;
    this.required = required;
    this.remembered = remembered;
  }

  /** InvalidKMSResourceException where the caller lacks a permission on the key. */
  CompletionStage<Reply<NoOutput>> check(Caller caller, StreamArn stream, Optional<KeyEpoch> key) {
    return PutPermissions.keyToAsk(required, key)
        .map(keyArn -> check(caller, new Use(caller.principalArn(), keyArn, stream)))
        .orElse(PERMITTED);
  }

  private CompletionStage<Reply<NoOutput>> check(Caller caller, Use use) {
    Instant now = clock.now();
    Optional<Permission> known = permitted.get(use);
    Freshness freshness =
        known
            .map(permission -> PutPermissions.freshness(permission.askedAt(), now, remembered))
            .orElse(Freshness.STALE);
    return switch (freshness) {
      case FRESH -> PERMITTED;
      case AGING -> {
        // One put renews the permission for all.
        if (known.orElseThrow().renewing().compareAndSet(false, true)) {
          ask(caller, use, now).thenAccept(renewed -> LOG.trace("{} asked again", use));
        }
        yield PERMITTED;
      }
      case STALE -> askOnce(caller, use, now);
    };
  }

  /**
   * Asks once for all puts that arrive before the answer. They share a permission but not a
   * refusal: after a refusal each put asks again, because the policy may have been corrected since.
   */
  private CompletionStage<Reply<NoOutput>> askOnce(Caller caller, Use use, Instant now) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> first = asked.putIfAbsent(use, mine);
    if (first != null) {
      return first.thenCompose(granted -> granted ? PERMITTED : ask(caller, use, now));
    }
    return CompletableFuture.completedFuture(use)
        .thenCompose(each -> ask(caller, each, now))
        .whenComplete(
            (reply, failure) -> {
              asked.remove(use);
              mine.complete(failure == null && reply.fold(done -> true, refusal -> false));
            });
  }

  private CompletionStage<Reply<NoOutput>> ask(Caller caller, Use use, Instant now) {
    return kms.canUseDataKeys(caller, PutPermissions.NEEDED, use.keyArn(), use.stream())
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "KMS did not answer whether {} can use key {}; only the grant of stream {}"
                        + " decides",
                    use.principalArn(),
                    use.keyArn(),
                    use.stream());
                return PutPermissions.unanswered();
              }
              remember(use, reply, now);
              return PutPermissions.answered(reply);
            });
  }

  private void remember(Use use, Reply<NoOutput> reply, Instant now) {
    if (reply.fold(done -> true, refusal -> false)) {
      permitted.put(use, new Permission(now, new AtomicBoolean()));
    } else {
      permitted.remove(use);
    }
  }
}
