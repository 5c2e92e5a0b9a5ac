package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import io.hydrant.core.entity.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the claims of a key can be asked. */
public sealed interface KeyClaimCommand<O> extends Command<KeyClaims, KeyClaimEvent, O> {

  /**
   * A stream is about to be encrypted with the key. Claiming twice is no error. An old claim of a
   * stream that uses the key is renewed: a sweep may have looked at the stream before it did.
   *
   * @param max "you can use a CMK of type CUSTOMER_MANAGED_CMK to encrypt up to 500 streams"
   * @param held the stream uses the key already, and is counted whatever the limit says
   */
  record ClaimKey(String key, String stream, int max, boolean held)
      implements KeyClaimCommand<Empty> {
    /** The claim of a stream that uses the key. */
    public static ClaimKey held(String key, String stream) {
      return new ClaimKey(key, stream, Integer.MAX_VALUE, true);
    }

    @Override
    public Decision<KeyClaimEvent, Empty> decide(KeyClaims claims, Instant now) {
      if (held && claims.streams().find(stream).stream().anyMatch(at -> !isOld(at, now))) {
        return Decision.answer(new Empty());
      }
      if (!claims.streams().containsKey(stream) && claims.streams().size() >= max) {
        return Decision.refuse(Errors.keyFull(key, max));
      }
      return Decision.store(new KeyClaimEvent.KeyClaimed(now, stream), new Empty());
    }
  }

  /**
   * The streams that may have left the key: a claim is given time to become an encryption that
   * starts.
   */
  record OldClaims() implements KeyClaimCommand<List<String>> {
    @Override
    public Decision<KeyClaimEvent, List<String>> decide(KeyClaims claims, Instant now) {
      return Decision.answer(
          claims.streams().entrySet().stream()
              .filter(claim -> isOld(claim.getValue(), now))
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  /**
   * These streams have been looked at and do not use the key.
   *
   * @param asOf when their claims were read: a stream that has claimed the key again since keeps
   *     it. Empty from a node of the build before; then claims in their time of grace are kept
   */
  record ReleaseKey(List<String> streams, Optional<Instant> asOf)
      implements KeyClaimCommand<Empty> {
    public ReleaseKey {
      streams = List.copyOf(streams);
    }

    @Override
    public Decision<KeyClaimEvent, Empty> decide(KeyClaims claims, Instant now) {
      List<KeyClaimEvent> released =
          streams.stream()
              .filter(claims.streams()::containsKey)
              .filter(stream -> mayGo(claims.streams().get(stream), now))
              .<KeyClaimEvent>map(stream -> new KeyClaimEvent.KeyReleased(now, stream))
              .toList();
      return new Decision<>(released, Reply.success(new Empty()));
    }

    private boolean mayGo(Instant claimedAt, Instant now) {
      // A claim of the same instant may have come after the reading.
      return isOld(claimedAt, now) && asOf.map(claimedAt::isBefore).orElse(true);
    }
  }

  /** Whether a claim has had its time of grace. */
  private static boolean isOld(Instant claimedAt, Instant now) {
    return !claimedAt.isAfter(now.minus(Limits.KEY_CLAIM_GRACE));
  }
}
