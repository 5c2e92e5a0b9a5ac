package io.hydrant.core.world;

import java.time.Instant;
import java.util.List;

/** At rest every stream that exists is listed, once, and every name that is listed has a stream. */
final class NameAudit implements Audit {
  private final KnownStreams streams;

  NameAudit(KnownStreams streams) {
    this.streams = streams;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.Listed listed) {
      List<String> existing =
          streams.all().stream()
              .filter(life -> !life.gone)
              .map(life -> life.name)
              .sorted()
              .toList();
      Objection.unless(
          listed.streams().equals(existing), "names", listed + ", there are " + existing);
    }
  }
}
