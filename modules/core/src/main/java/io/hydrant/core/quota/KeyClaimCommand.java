package io.hydrant.core.quota;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Empty;
import java.time.Instant;
import java.util.List;

/** What the claims of a key can be asked. */
public sealed interface KeyClaimCommand<O> extends Command<KeyClaims, KeyClaimEvent, O> {

  /**
   * A stream is about to be encrypted with the key. Claiming twice is no error.
   *
   * @param max "you can use a CMK of type CUSTOMER_MANAGED_CMK to encrypt up to 500 streams"
   */
  record ClaimKey(String key, String stream, int max) implements KeyClaimCommand<Empty> {
    @Override
    public Decision<KeyClaimEvent, Empty> decide(KeyClaims claims, Instant now) {
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
      Instant before = now.minus(Limits.KEY_CLAIM_GRACE);
      return Decision.answer(
          claims.streams().entrySet().stream()
              .filter(claim -> !claim.getValue().isAfter(before))
              .map(java.util.Map.Entry::getKey)
              .toList());
    }
  }

  /** These streams have been looked at and do not use the key. */
  record ReleaseKey(List<String> streams) implements KeyClaimCommand<Empty> {
    public ReleaseKey {
      streams = List.copyOf(streams);
    }

    @Override
    public Decision<KeyClaimEvent, Empty> decide(KeyClaims claims, Instant now) {
      List<KeyClaimEvent> released =
          streams.stream()
              .filter(claims.streams()::containsKey)
              .<KeyClaimEvent>map(stream -> new KeyClaimEvent.KeyReleased(now, stream))
              .toList();
      return new Decision<>(released, io.hydrant.core.entity.Reply.success(new Empty()));
    }
  }
}
