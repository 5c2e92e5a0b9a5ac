package io.hydrant.core.stream;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * AWS's rule of April 2026 (AWS documentation of server-side encryption with Firehose): a caller
 * who puts records into a stream that is encrypted with a customer managed key needs {@code
 * kms:GenerateDataKey} and {@code kms:Decrypt} on that key.
 */
public final class PutPermissions {
  /** The actions on the key that the caller needs permission for, in the order of the checks. */
  public static final List<KeyAction> NEEDED =
      List.of(KeyAction.GENERATE_DATA_KEY, KeyAction.DECRYPT);

  private PutPermissions() {}

  /** An action of KMS. */
  public enum KeyAction {
    GENERATE_DATA_KEY,
    DECRYPT
  }

  /** The age of a permission that was granted earlier. */
  public enum Freshness {
    /** Still valid. */
    FRESH,
    /** Still valid, but due for a refresh, so that no put has to wait for the answer. */
    AGING,
    /** Expired: KMS must be asked. */
    STALE
  }

  /**
   * The key whose permissions a put needs; empty: none.
   *
   * @param required false for the rule before April 2026: the stream's grant alone counts
   */
  public static Optional<String> keyToAsk(boolean required, Optional<KeyEpoch> sealedUnder) {
    return sealedUnder
        .filter(key -> required && key.type() == KeyType.CUSTOMER_MANAGED_CMK)
        .map(KeyEpoch::keyArn);
  }

  /** A permission is fresh during the first half of its cache time. */
  public static Freshness freshness(Instant askedAt, Instant now, Duration remembered) {
    if (!now.isBefore(askedAt.plus(remembered))) {
      return Freshness.STALE;
    }
    return now.isBefore(askedAt.plus(remembered.dividedBy(2))) ? Freshness.FRESH : Freshness.AGING;
  }

  /**
   * InvalidKMSResourceException where KMS denies the caller access. A key that is disabled or gone
   * does not concern the caller's permissions: the key's use decides whether the put succeeds.
   */
  public static Reply<NoOutput> answered(Reply<NoOutput> answer) {
    return answer.fold(
        Reply::success,
        error ->
            deniesAccess(error)
                ? Reply.failure(StreamErrors.keyUnusable(error))
                : Reply.success(new NoOutput()));
  }

  private static boolean deniesAccess(ServiceError refusal) {
    return refusal.code().startsWith("AccessDenied");
  }

  /** KMS gave no answer: the stream's grant alone decides (assumed). */
  public static Reply<NoOutput> unanswered() {
    return Reply.success(new NoOutput());
  }
}
