package io.hydrant.core.world;

import java.time.Instant;

/** One rule about what can be seen, checked at every sight; breaks with an {@link Objection}. */
interface Audit {
  void see(Instant at, Observed observed);
}
