package io.hydrant.core.world;

import io.hydrant.core.stream.DeliveryStreamDescription;
import io.hydrant.core.stream.DeliveryStreamStatus;
import io.hydrant.core.stream.EncryptionStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Statuses move along the edges that the API knows, and towards encryption only when asked to. */
final class StatusAudit implements Audit {
  private static final Set<String> LIFE =
      Set.of(
          "CREATING>ACTIVE",
          "CREATING>CREATING_FAILED",
          "ACTIVE>DELETING",
          "CREATING_FAILED>DELETING",
          "DELETING>DELETING_FAILED",
          "DELETING_FAILED>DELETING");

  private static final Set<String> ENCRYPTION =
      Set.of(
          "DISABLED>ENABLING",
          "ENABLED>ENABLING",
          "ENABLING_FAILED>ENABLING",
          "ENABLING>ENABLED",
          "ENABLING>ENABLING_FAILED",
          "DISABLED>DISABLING",
          "ENABLED>DISABLING",
          "ENABLING_FAILED>DISABLING",
          "DISABLING>DISABLED");

  private final KnownStreams streams;
  private final Map<String, Set<EncryptionStatus>> asked = new HashMap<>();

  StatusAudit(KnownStreams streams) {
    this.streams = streams;
  }

  @Override
  public void see(Instant at, Observed observed) {
    if (observed instanceof Observed.EncryptionAnswered answered
        && answered.code().equals(Observed.OK)) {
      asked
          .computeIfAbsent(answered.stream(), name -> new HashSet<>())
          .add(answered.key().isPresent() ? EncryptionStatus.ENABLING : EncryptionStatus.DISABLING);
    } else if (observed instanceof Observed.Shown shown) {
      streams.life(shown.stream()).ifPresent(life -> shown(life, shown.view()));
    } else if (observed instanceof Observed.AtRest) {
      streams.all().forEach(StatusAudit::atRest);
    }
  }

  private void shown(KnownStreams.Life life, Optional<DeliveryStreamDescription> view) {
    Optional<DeliveryStreamStatus> status = view.map(DeliveryStreamDescription::status);
    if (view.isEmpty()) {
      check(life.gone || life.deletedAt.isPresent(), life + " is gone and was not deleted");
      return;
    }
    check(!life.gone, life + " is back");
    String move = move(life.status(), status);
    check(life.shown.isEmpty() || same(move) || LIFE.contains(move), life + " " + move);
    check(
        status.get() != DeliveryStreamStatus.DELETING || life.deletedAt.isPresent(),
        life + " is deleted without a call");
    check(
        life.direct || view.get().encryption().status() == EncryptionStatus.DISABLED,
        life + " is encrypted, and is not DirectPut");
    if (life.deletedAt.isEmpty() && life.shown.isPresent()) {
      encryption(life, view.get());
    }
  }

  private void encryption(KnownStreams.Life life, DeliveryStreamDescription view) {
    EncryptionStatus after = view.encryption().status();
    String move = move(life.encryption(), Optional.of(after));
    check(same(move) || ENCRYPTION.contains(move), life + " " + move);
    boolean towards = after == EncryptionStatus.ENABLING || after == EncryptionStatus.DISABLING;
    if (towards && !same(move)) {
      check(
          asked.getOrDefault(life.name, new HashSet<>()).remove(after),
          life + " " + move + ", unasked");
    }
    int decided = life.decided();
    if (after == EncryptionStatus.ENABLING_FAILED && decided != 0) {
      check(
          view.encryption().keyArn().equals(customers(life.targets.get(decided - 1))),
          life + " shows " + view.encryption() + " after a failed change");
    }
  }

  private static Optional<String> customers(String key) {
    return Optional.of(key).filter(arn -> !arn.equals(SimulatedKms.OWNED));
  }

  private static void atRest(KnownStreams.Life life) {
    boolean moving =
        life.status().stream()
                .anyMatch(
                    List.of(DeliveryStreamStatus.CREATING, DeliveryStreamStatus.DELETING)::contains)
            || life.encryption().stream()
                .anyMatch(List.of(EncryptionStatus.ENABLING, EncryptionStatus.DISABLING)::contains);
    check(!moving, life + " hangs in " + life.status() + ", " + life.encryption());
  }

  private static String move(Optional<?> before, Optional<?> after) {
    return before.map(Objects::toString).orElse("") + ">" + after.map(Objects::toString).orElse("");
  }

  private static boolean same(String move) {
    String[] ends = move.split(">", -1);
    return ends[0].equals(ends[1]);
  }

  private static void check(boolean holds, String what) {
    Objection.unless(holds, "status", what);
  }
}
