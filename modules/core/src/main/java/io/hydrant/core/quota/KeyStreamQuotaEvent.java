package io.hydrant.core.quota;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;

/** The events of the stream quota of a key. */
public sealed interface KeyStreamQuotaEvent extends Event<KeyStreamQuota> {

  record KeyReserved(Instant at, String stream) implements KeyStreamQuotaEvent {
    @Override
    public KeyStreamQuota evolve(KeyStreamQuota quota) {
      return quota.changed(stream, Optional.of(at));
    }
  }

  record KeyReservationReleased(Instant at, String stream) implements KeyStreamQuotaEvent {
    @Override
    public KeyStreamQuota evolve(KeyStreamQuota quota) {
      return quota.changed(stream, Optional.empty());
    }
  }
}
