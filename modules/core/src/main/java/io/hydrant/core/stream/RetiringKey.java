package io.hydrant.core.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * A key under which no new record is sealed. Its data key is kept until all records sealed under it
 * have been delivered; then the grant on a customer's key is retired ("schedules the grant it had
 * on the old CMK for retirement").
 *
 * @param since the time from which on no record is sealed under it
 * @param epoch the epoch; empty where the key never came into force and only a grant is left over
 * @param awaited present where the stream is being deleted before the answer to CreateGrant: the
 *     request is repeated, so that a grant that exists can be retired
 * @param drained true once all records sealed under it have been delivered
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

  /** Returns a key that was never in force: only its grant has to be retired. */
  static RetiringKey grantOnly(int number, String keyArn, String grantId, Instant since) {
    return new RetiringKey(
        number, keyArn, since, Optional.of(grantId), Optional.empty(), Optional.empty(), true);
  }

  /** Returns a key whose grant may or may not exist. */
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
