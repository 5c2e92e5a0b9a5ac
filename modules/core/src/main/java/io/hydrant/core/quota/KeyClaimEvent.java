package io.hydrant.core.quota;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;

/** Every fact of a key's claims. */
public sealed interface KeyClaimEvent extends Event<KeyClaims> {

  record KeyClaimed(Instant at, String stream) implements KeyClaimEvent {
    @Override
    public KeyClaims evolve(KeyClaims claims) {
      return claims.changed(stream, Optional.of(at));
    }
  }

  record KeyReleased(Instant at, String stream) implements KeyClaimEvent {
    @Override
    public KeyClaims evolve(KeyClaims claims) {
      return claims.changed(stream, Optional.empty());
    }
  }
}
