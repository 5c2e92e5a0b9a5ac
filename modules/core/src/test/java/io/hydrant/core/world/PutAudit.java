package io.hydrant.core.world;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryStreamStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A put is answered and stored as the stream stood when it took it: in the epoch that was in force,
 * under the key of that epoch, or in clear and answered so.
 */
final class PutAudit implements Audit {
  private static final String RULE = "puts";

  private final KnownStreams streams;
  private final Map<Integer, Expected> expected = new HashMap<>();
  private final Set<Integer> stored = new HashSet<>();

  private record Expected(KnownStreams.Life life, int epoch) {}

  PutAudit(KnownStreams streams) {
    this.streams = streams;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.Admitted put) {
      KnownStreams.Life life = streams.existing(put.stream());
      Objection.unless(
          life.direct && life.status().equals(Optional.of(DeliveryStreamStatus.ACTIVE)),
          RULE,
          life + " takes a put while " + life.status());
      expected.put(put.put(), new Expected(life, life.sealedIn(at)));
    } else if (observed instanceof Observed.Stored write) {
      stored(write, expected.get(write.put()));
      stored.add(write.put());
    } else if (observed instanceof Observed.Answered put && put.code().equals(Observed.OK)) {
      boolean encrypted = expected.get(put.put()).epoch() != 0;
      Objection.unless(stored.contains(put.put()), RULE, put + " is not stored");
      Objection.unless(put.encrypted() == encrypted, RULE, put + ", sealed: " + encrypted);
    }
  }

  private static void stored(Observed.Stored write, Expected put) {
    Objection.unless(
        write.epoch() == put.epoch() && write.generation() == put.life().generation,
        RULE,
        write + " was admitted for " + put);
    long position = write.position();
    for (Bytes record : write.records()) {
      Optional<Envelope> sealed = Envelope.read(record);
      long place = position++;
      Objection.unless(
          sealed.isPresent() == (put.epoch() != 0),
          RULE,
          write + " in clear or not, admitted for " + put);
      sealed.ifPresent(
          envelope ->
              Objection.unless(
                  envelope.epoch() == put.epoch()
                      && envelope.position() == place
                      && envelope
                          .dataKey()
                          .startsWith(put.life().targets.get(put.epoch() - 1) + "#"),
                  RULE,
                  envelope + " at " + place + " admitted for " + put));
    }
  }
}
