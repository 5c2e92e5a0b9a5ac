package io.hydrant.core.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that no new record is sealed under. Its data key is kept until what was sealed under it has
 * been delivered; then a customer key's grant is retired ("schedules the grant it had on the old
 * CMK for retirement").
 *
 * @param since from when on no record is sealed under it
 * @param epoch the epoch; empty where the key never came into force and only a grant is left over
 * @param awaited the stream is being deleted and KMS has not said yet whether it made the grant: it
 *     is asked again, so that a grant that exists can be retired
 * @param drained true once everything sealed under it has been delivered
 */
public record RetiringKey(
    int number,
    String keyArn,
    Instant since,
    Optional<String> grantId,
    Optional<KeyEpoch> epoch,
    Optional<ResolvedKey> awaited,
    boolean drained) {
  static RetiringKey of(KeyEpoch epoch, Instant since) {
    return new RetiringKey(
        epoch.number(),
        epoch.keyArn(),
        since,
        epoch.grantId(),
        Optional.of(epoch),
        Optional.empty(),
        false);
  }

  /** A grant under which nothing was ever sealed. */
  static RetiringKey grantOnly(int number, String keyArn, String grantId, Instant since) {
    return new RetiringKey(
        number, keyArn, since, Optional.of(grantId), Optional.empty(), Optional.empty(), true);
  }

  /** A grant that may or may not have been made. */
  static RetiringKey awaiting(int number, ResolvedKey target, Instant since) {
    return new RetiringKey(
        number,
        target.keyArn(),
        since,
        Optional.empty(),
        Optional.empty(),
        Optional.of(target),
        true);
  }

  /** Returns whether no work is left for the key. */
  boolean done() {
    return drained && grantId.isEmpty() && awaited.isEmpty();
  }

  RetiringKey asDrained() {
    return new RetiringKey(number, keyArn, since, grantId, epoch, awaited, true);
  }
}
