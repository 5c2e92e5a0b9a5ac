package io.hydrant.core.world;

import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DeliveryStreamStatus;
import io.hydrant.core.stream.EncryptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients know of the streams: their calls, and the statuses that they were shown. */
final class KnownStreams implements Audit {
  private final Duration propagation;
  private final Map<String, Life> newest = new LinkedHashMap<>();

  /** From then on records are sealed in that epoch; 0: they are stored as they come. */
  private record Change(Instant from, int epoch) {}

  /** One stream from its creation to its end. */
  static final class Life {
    final String name;
    final int generation;
    final boolean direct;

    /** The keys that changes were started to; the first is that of epoch 1. */
    final List<String> targets = new ArrayList<>();

    private final List<Change> changes = new ArrayList<>();
    Optional<DeliveryStreamDescription> shown = Optional.empty();
    Optional<Instant> deletedAt = Optional.empty();
    boolean gone;

    Life(String name, int generation, boolean direct) {
      this.name = name;
      this.generation = generation;
      this.direct = direct;
    }

    Optional<EncryptionStatus> encryption() {
      return shown.map(view -> view.encryption().status());
    }

    Optional<DeliveryStreamStatus> status() {
      return shown.map(DeliveryStreamDescription::status);
    }

    int sealedIn(Instant at) {
      return changes.stream()
          .filter(change -> !at.isBefore(change.from()))
          .reduce((older, newer) -> newer)
          .map(Change::epoch)
          .orElse(0);
    }

    /** The epoch that the newest finished change has led to. */
    int decided() {
      return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).epoch();
    }

    boolean uses(int epoch) {
      return !gone && deletedAt.isEmpty() && decided() == epoch;
    }

    @Override
    public String toString() {
      return name + "/" + generation;
    }
  }

  KnownStreams(Duration propagation) {
    this.propagation = propagation;
  }

  Optional<Life> life(String name) {
    return Optional.ofNullable(newest.get(name));
  }

  Life existing(String name) {
    return life(name)
        .filter(life -> !life.gone)
        .orElseThrow(() -> new Objection("status", "there is no stream " + name));
  }

  List<Life> all() {
    return List.copyOf(newest.values());
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.Created created && created.code().equals(Observed.OK)) {
      int generation = life(created.stream()).map(life -> life.generation).orElse(0) + 1;
      Life life = new Life(created.stream(), generation, created.direct());
      created.key().ifPresent(life.targets::add);
      newest.put(created.stream(), life);
    } else if (observed instanceof Observed.Deleted deleted && deleted.code().equals(Observed.OK)) {
      Life life = existing(deleted.stream());
      life.deletedAt = life.deletedAt.or(() -> Optional.of(at));
    } else if (observed instanceof Observed.EncryptionAnswered answered
        && answered.code().equals(Observed.OK)) {
      answered.key().ifPresent(existing(answered.stream()).targets::add);
    } else if (observed instanceof Observed.Shown shown) {
      life(shown.stream()).ifPresent(life -> show(at, life, shown.view()));
    }
  }

  private void show(Instant at, Life life, Optional<DeliveryStreamDescription> view) {
    Optional<EncryptionStatus> before = life.encryption();
    life.shown = view;
    life.gone = view.isEmpty();
    if (life.deletedAt.isEmpty() && !before.equals(life.encryption())) {
      if (life.encryption().equals(Optional.of(EncryptionStatus.ENABLED))) {
        life.changes.add(new Change(at.plus(propagation), life.targets.size()));
      } else if (life.encryption().equals(Optional.of(EncryptionStatus.DISABLED))) {
        life.changes.add(new Change(at.plus(propagation), 0));
      }
    }
  }
}
