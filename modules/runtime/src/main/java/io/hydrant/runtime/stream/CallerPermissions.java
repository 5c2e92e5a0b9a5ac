package io.hydrant.runtime.stream;

import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.stream.Errors;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.KeyType;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.kms.KmsLink;
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
 * AWS's rule of April 2026: whoever puts records into a stream that is encrypted with a customer
 * managed key needs {@code kms:GenerateDataKey} and {@code kms:Decrypt} on that key. What a key
 * permits is remembered for as long as a data key in clear; what it does not permit is asked anew
 * each time, so that a mended policy works at once.
 */
public final class CallerPermissions {
  private static final Logger LOG = LoggerFactory.getLogger(CallerPermissions.class);

  /** At once. */
  static final CompletionStage<Reply<Empty>> PERMITTED =
      CompletableFuture.completedFuture(Reply.success(new Empty()));

  /** More callers than that are not remembered at a time. */
  private static final int REMEMBERED_MAX = 10_000;

  private final KmsLink kms;
  private final ServiceClock clock;
  private final boolean required;
  private final Duration remembered;
  private final Map<Use, Permission> permitted = new ConcurrentHashMap<>();

  private record Permission(Instant askedAt, AtomicBoolean renewing) {}

  private record Use(String principalArn, String keyArn, StreamArn stream) {}

  /**
   * @param required false for the rule as it was before: only the stream's grant counts
   */
  public CallerPermissions(KmsLink kms, ServiceClock clock, boolean required, Duration remembered) {
    this.kms = kms;
    this.clock = clock;
    this.required = required;
    this.remembered = remembered;
  }

  /** InvalidKMSResourceException where the caller lacks a permission on the key. */
  CompletionStage<Reply<Empty>> check(Caller caller, StreamArn stream, Optional<KeyEpoch> key) {
    if (!required || key.isEmpty() || key.get().type() != KeyType.CUSTOMER_MANAGED_CMK) {
      return PERMITTED;
    }
    Use use = new Use(caller.principalArn(), key.get().keyArn(), stream);
    Instant now = clock.now();
    Permission known = permitted.get(use);
    if (known == null || !now.isBefore(known.askedAt().plus(remembered))) {
      return ask(caller, use, now);
    }
    // Half of the span is over: one caller asks ahead, so that nobody has to wait for it.
    if (!now.isBefore(known.askedAt().plus(remembered.dividedBy(2)))
        && known.renewing().compareAndSet(false, true)) {
      ask(caller, use, now).thenAccept(renewed -> LOG.trace("{} asked again", use));
    }
    return PERMITTED;
  }

  private CompletionStage<Reply<Empty>> ask(Caller caller, Use use, Instant now) {
    return kms.permits(caller, use.keyArn(), use.stream())
        .handle(
            (reply, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "Key {} could not be asked what {} may do; stream {}'s grant alone decides",
                    use.keyArn(),
                    use.principalArn(),
                    use.stream());
                return Reply.success(new Empty());
              }
              return reply.fold(
                  done -> {
                    remember(use, now);
                    return Reply.success(done);
                  },
                  // A key that is disabled or gone is the matter of the records that it seals.
                  refusal -> {
                    permitted.remove(use);
                    return refusal.code().startsWith("AccessDenied")
                        ? Reply.failure(Errors.keyUnusable(refusal))
                        : Reply.success(new Empty());
                  });
            });
  }

  private void remember(Use use, Instant now) {
    if (permitted.size() >= REMEMBERED_MAX) {
      permitted.clear();
    }
    permitted.put(use, new Permission(now, new AtomicBoolean()));
  }
}
