package io.hydrant.core.world;

import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DeliveryStreamStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets steps happen to a world, then lets it come to rest, twice. */
final class Simulation {
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(11),
          Duration.ofSeconds(301),
          Duration.ofHours(5),
          Duration.ofHours(25),
          Duration.ofDays(8));

  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final Duration RESERVATIONS_GROW_OLD = Duration.ofMinutes(2);
  private static final Duration DATES_PASS = Duration.ofDays(8);
  private static final Duration WAIT = Duration.ofSeconds(11);
  private static final int MANY = 27;
  private static final int ROUNDS_MAX = 500;

  private final World world;
  private final Shell shell;
  private final Calls calls;
  private final CreationFlights creations;
  private final KeyCalls keys;
  private final AliasFlights aliases;
  private final ReservationSweeps sweeps;
  private final EncryptionFlights encryption;
  private final Puts puts;

  Simulation(World world) {
    this.world = world;
    this.shell = new Shell(world);
    this.calls = new Calls(world);
    this.creations = new CreationFlights(world);
    this.keys = new KeyCalls(world);
    this.aliases = new AliasFlights(world);
    this.sweeps = new ReservationSweeps(world);
    this.encryption = new EncryptionFlights(world);
    this.puts = new Puts(world);
  }

  void run(List<Step> steps) {
    World.STREAMS.forEach(name -> creations.create(name, Optional.empty(), false));
    world.pass(MOMENT);
    shell.workOnAll();
    steps.forEach(this::take);
    rest();
    World.STREAMS.forEach(name -> calls.delete(name, false));
    rest();
  }

  private void take(Step step) {
    String stream = World.STREAMS.get(step.which() % World.STREAMS.size());
    String key = SimulatedKms.CUSTOMER_KEYS.get(step.which() % SimulatedKms.CUSTOMER_KEYS.size());
    boolean slow = step.fate() != Fate.AT_ONCE;
    switch (step.kind()) {
      case CREATE ->
          creations.create(stream, step.much() % 2 == 0 ? Optional.empty() : chosen(step), slow);
      case CREATIONS_GO_ON -> creations.goOn(step.which());
      case DELETE -> calls.delete(stream, step.much() % 4 == 0);
      case START -> encryption.call(stream, chosen(step), slow);
      case START_THEN_DISABLE_KEY -> {
        encryption.call(stream, Optional.of(key), false);
        keys.disable(key);
      }
      case STOP -> encryption.call(stream, Optional.empty(), slow);
      case CALLS_GO_ON -> encryption.goOn(step.which());
      case MANY_STOPS -> manyStops(stream);
      case PUT -> puts.put(stream, 1 + step.much() % 3, slow);
      case OPEN_KEY -> puts.open(step.which());
      case STORE -> puts.store(step.which());
      case ENABLE_KEY -> keys.enable(key);
      case DISABLE_KEY -> keys.disable(key);
      case SCHEDULE_KEY_DELETION -> keys.schedule(key);
      case CANCEL_KEY_DELETION -> keys.cancel(key);
      case REVOKE_GRANT -> keys.revoke(key, step.much());
      case FORBID_RETIREMENT -> world.kms().allowRetirement(false);
      case SWEEP_RESERVATIONS -> sweeps.sweep(key, slow);
      case SWEEPS_GO_ON -> sweeps.goOn(step.which());
      case CREATE_ALIAS -> aliases.create(step.much(), key, slow);
      case ALIASES_GO_ON -> aliases.goOn(step.which());
      case DELETE_ALIAS -> aliases.delete(step.much());
      case MESSAGE_AGAIN -> world.again(step.which() * MANY + step.much());
      case WORK -> shell.work(step.which(), step.fate());
      case WORK_ON_ALL -> shell.workOnAll();
      case ARRIVE -> shell.arrive(step.which());
      case TIME -> pass(TIMES.get(step.much() % TIMES.size()));
      case CRASH -> crash();
    }
  }

  /** The owned key first, then the customer's. */
  private static Optional<String> chosen(Step step) {
    int choice = (step.much() / 2) % (SimulatedKms.CUSTOMER_KEYS.size() + 1);
    return Optional.of(
        choice == 0 ? SimulatedKms.OWNED : SimulatedKms.CUSTOMER_KEYS.get(choice - 1));
  }

  private void manyStops(String stream) {
    for (int i = 0; i < MANY; i++) {
      encryption.call(stream, Optional.empty(), false);
      pass(MOMENT);
      shell.workOnAll();
    }
  }

  private void pass(Duration time) {
    world.pass(time);
    world.show();
  }

  private void crash() {
    creations.crash();
    encryption.crash();
    puts.crash();
    aliases.crash();
    sweeps.crash();
    shell.crash();
    world.show();
  }

  /** A healthy world in which everything owed is done; keys that are deleted stay so. */
  private void rest() {
    creations.goOnWithAll();
    encryption.goOnWithAll();
    pass(RESERVATIONS_GROW_OLD);
    sweeps.goOnWithAll();
    puts.storeAll();
    SimulatedKms.CUSTOMER_KEYS.forEach(keys::mend);
    world.kms().allowRetirement(true);
    boolean waited = false;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      long before = happened();
      shell.allArrive();
      shell.workOnAll();
      World.STREAMS.forEach(this::deleteAgain);
      if (happened() == before) {
        Optional<Instant> next = shell.nextDue();
        if (next.isEmpty() && waited) {
          look();
          world.observe(new Observed.AtRest());
          return;
        }
        // What is asked for again and again may end with time alone, as a deletion's grace does.
        waited = next.isEmpty();
        pass(next.map(due -> Duration.between(world.now(), due)).orElse(WAIT));
      } else {
        waited = false;
      }
    }
    throw new Objection("rest", "the world does not come to rest");
  }

  /** At once, and after the dates of all deletions that were ever scheduled. */
  private void look() {
    calls.list();
    aliases.list();
    sweeps.show(false);
    pass(DATES_PASS);
    calls.list();
    aliases.list();
    SimulatedKms.CUSTOMER_KEYS.forEach(key -> sweeps.sweep(key, false));
    sweeps.show(true);
  }

  private void deleteAgain(String stream) {
    if (world.stream(stream).state() instanceof DeliveryStream failed
        && failed.lifecycle().status() == DeliveryStreamStatus.DELETING_FAILED) {
      calls.delete(stream, false);
    }
  }

  private long happened() {
    return world.ledgers().mapToLong(ledger -> ledger.events().size()).sum();
  }
}
