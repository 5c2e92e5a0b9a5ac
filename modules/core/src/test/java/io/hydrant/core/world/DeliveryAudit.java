package io.hydrant.core.world;

import io.hydrant.core.id.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was stored is delivered once and in order; the same object may be uploaded again. */
final class DeliveryAudit implements Audit {
  private static final String RULE = "delivery";

  private final KnownStreams streams;
  private final KnownKeys keys;
  private final Map<String, Sequence> sequences = new HashMap<>();

  private static final Duration RETENTION = Duration.ofHours(24);

  private record Stored(String payload, int epoch, Instant at) {}

  /** The records of one stream. */
  private static final class Sequence {
    private final List<Stored> stored = new ArrayList<>();
    private final Map<String, List<String>> objects = new HashMap<>();
    private int delivered;

    List<Stored> undelivered() {
      return List.copyOf(stored.subList(delivered, stored.size()));
    }
  }

  DeliveryAudit(KnownStreams streams, KnownKeys keys) {
    this.streams = streams;
    this.keys = keys;
  }

  boolean owes(String stream, int generation, int epoch) {
    return of(stream, generation).undelivered().stream().anyMatch(each -> each.epoch() == epoch);
  }

  private Sequence of(String stream, int generation) {
    return sequences.computeIfAbsent(stream + "/" + generation, id -> new Sequence());
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.Stored write) {
      Sequence sequence = of(write.stream(), write.generation());
      Objection.unless(
          write.position() == sequence.stored.size(), RULE, write + " leaves a gap or overlaps");
      for (Bytes record : write.records()) {
        sequence.stored.add(new Stored(Envelope.payload(record), write.epoch(), at));
      }
    } else if (observed instanceof Observed.Uploaded upload) {
      uploaded(of(upload.stream(), upload.generation()), upload);
    } else if (observed instanceof Observed.GivenUp given) {
      givenUp(at, of(given.stream(), given.generation()), given);
    } else if (observed instanceof Observed.AtRest) {
      streams.all().forEach(life -> atRest(at, life));
    }
  }

  private static void uploaded(Sequence sequence, Observed.Uploaded upload) {
    List<String> before = sequence.objects.putIfAbsent(upload.object(), upload.records());
    if (before != null) {
      Objection.unless(before.equals(upload.records()), RULE, upload + " was " + before);
      return;
    }
    List<String> due =
        sequence.undelivered().stream()
            .limit(upload.records().size())
            .map(Stored::payload)
            .toList();
    Objection.unless(due.equals(upload.records()), RULE, upload + " where " + due + " is due");
    sequence.delivered += due.size();
  }

  /** Records are given up after 24 hours, the oldest ones first. */
  private static void givenUp(Instant at, Sequence sequence, Observed.GivenUp given) {
    List<Stored> lost = sequence.undelivered().stream().limit(given.records()).toList();
    Objection.unless(
        lost.size() == given.records()
            && lost.stream().noneMatch(each -> at.isBefore(each.at().plus(RETENTION))),
        RULE,
        given + " where " + lost + " is kept");
    sequence.delivered += lost.size();
  }

  /** What is sealed under a key that no longer exists, and what waits behind it, is lost. */
  private void atRest(Instant at, KnownStreams.Life life) {
    List<Stored> undelivered = of(life.name, life.generation).undelivered();
    boolean lost =
        undelivered.stream()
            .anyMatch(
                each -> each.epoch() != 0 && keys.dead(life.targets.get(each.epoch() - 1), at));
    Objection.unless(
        undelivered.isEmpty() || life.gone || lost, RULE, life + " keeps " + undelivered);
  }
}
