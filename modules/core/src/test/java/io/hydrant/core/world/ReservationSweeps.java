package io.hydrant.core.world;

import io.hydrant.core.quota.KeyStreamQuotaCommand;
import io.hydrant.core.stream.IsKeyInUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done where a key seems full: its stale reservations are read, their streams asked, and
 * the places of those that do not use it released. A slow one pauses before each of the last two.
 */
final class ReservationSweeps {
  private final World world;
  private final List<Sweep> paused = new ArrayList<>();

  /**
   * @param streams to be asked, or asked already
   */
  private record Sweep(String key, Instant asOf, List<String> streams, boolean asked) {}

  ReservationSweeps(World world) {
    this.world = world;
  }

  void sweep(String key, boolean slow) {
    List<String> old =
        world
            .reservations(key)
            .ask(new KeyStreamQuotaCommand.StaleReservations(), world.now())
            .fold(all -> all, error -> List.of());
    paused.add(new Sweep(key, world.now(), old, false));
    if (!slow) {
      goOn(paused.size() - 1);
      goOn(paused.size() - 1);
    }
  }

  void goOn(int which) {
    if (paused.isEmpty()) {
      return;
    }
    Sweep sweep = paused.remove(which % paused.size());
    if (sweep.asked()) {
      Instant asOf =
          world.sabotaged(Sabotage.RELEASES_NEW_RESERVATIONS) ? Instant.MAX : sweep.asOf();
      world
          .reservations(sweep.key())
          .ask(new KeyStreamQuotaCommand.ReleaseReservations(sweep.streams(), asOf), world.now());
    } else {
      List<String> unused = sweep.streams().stream().filter(arn -> !uses(arn, sweep)).toList();
      paused.add(new Sweep(sweep.key(), sweep.asOf(), unused, true));
    }
  }

  private boolean uses(String arn, Sweep sweep) {
    return world.stream(name(arn))
        .ask(new IsKeyInUse(sweep.key()), world.now())
        .fold(yes -> yes, noStream -> false);
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  void goOnWithAll() {
    while (!paused.isEmpty()) {
      goOn(0);
    }
  }

  void crash() {
    paused.clear();
  }

  /** Observes the reservations of every key, before and after the unused ones are released. */
  void show(boolean swept) {
    for (String key : SimulatedKms.CUSTOMER_KEYS) {
      List<String> streams =
          world.reservations(key).state().streams().keySet().stream()
              .map(ReservationSweeps::name)
              .toList();
      world.observe(new Observed.Reserved(key, streams, swept));
    }
  }
}
