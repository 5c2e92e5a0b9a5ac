package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.CheckName;
import io.hydrant.core.directory.NameCheckCompleted;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.core.stream.StreamTaskResult;
import io.hydrant.core.stream.StreamTasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Starts what is owed and due, none of it twice at a time, and has outcomes arrive by fate. */
final class Shell {
  private final World world;
  private final StreamDuties streamDuties;
  private final BufferDuties bufferDuties;
  private final Set<Owed> underWay = new HashSet<>();

  /** Tasks that no event ends, and that are done; a crash forgets that they are. */
  private final Set<Owed> doneOnce = new HashSet<>();

  private final List<Flight> inFlight = new ArrayList<>();

  /**
   * Work of one entity.
   *
   * @param task equal tasks are the same piece of work
   */
  record Owed(String entity, Object task) {}

  /** What arrives later. */
  private record Flight(Owed owed, Runnable arrival) {}

  /** Does the work; what it gives has the outcome arrive. */
  private interface Start {
    Runnable perform();
  }

  private record Due(Owed owed, Instant at, Start start) {}

  Shell(World world) {
    this.world = world;
    this.streamDuties = new StreamDuties(world);
    this.bufferDuties = new BufferDuties(world);
  }

  /** Performs one of the tasks that are due. */
  void work(int which, Fate fate) {
    List<Due> due = due();
    if (!due.isEmpty()) {
      perform(due.get(which % due.size()), fate);
    }
  }

  void workOnAll() {
    due().forEach(each -> perform(each, Fate.AT_ONCE));
  }

  private void perform(Due due, Fate fate) {
    switch (fate) {
      case AT_ONCE -> due.start().perform().run();
      case LATE -> later(due.owed(), due.start().perform());
      case SLOW -> later(due.owed(), () -> due.start().perform().run());
      case DOUBLED -> {
        Runnable outcome = due.start().perform();
        outcome.run();
        inFlight.add(new Flight(due.owed(), outcome));
      }
      case LOST -> {
        due.start().perform();
      }
    }
  }

  private void later(Owed owed, Runnable rest) {
    underWay.add(owed);
    inFlight.add(
        new Flight(
            owed,
            () -> {
              underWay.remove(owed);
              rest.run();
            }));
  }

  void arrive(int which) {
    if (!inFlight.isEmpty()) {
      inFlight.remove(which % inFlight.size()).arrival().run();
    }
  }

  void allArrive() {
    while (!inFlight.isEmpty()) {
      arrive(0);
    }
  }

  /** Whatever is in flight is lost. */
  void crash() {
    inFlight.clear();
    underWay.clear();
    doneOnce.clear();
    world.ledgers().forEach(Ledger::recover);
  }

  private List<Due> due() {
    return owed().filter(each -> !world.now().isBefore(each.at())).toList();
  }

  /** When the next work is due that is not due yet. */
  Optional<Instant> nextDue() {
    return owed().map(Due::at).filter(at -> at.isAfter(world.now())).min(Instant::compareTo);
  }

  private java.util.stream.Stream<Due> owed() {
    List<Due> all = new ArrayList<>();
    for (String name : World.STREAMS) {
      if (world.stream(name).state() instanceof DeliveryStream stream) {
        StreamTasks.pendingTasks(stream)
            .forEach(
                each ->
                    all.add(
                        new Due(
                            new Owed(name, each.task()),
                            each.due(),
                            () -> start(name, stream.generation(), each.task()))));
      }
      StreamState state = world.stream(name).state();
      int generation = state instanceof DeliveryStream stream ? stream.generation() : 0;
      once(name, StreamTasks.onceInMemory(state), task -> start(name, generation, task), all);
    }
    keys(all);
    if (!world.sabotaged(Sabotage.NEVER_CHECKS_A_NAME)) {
      CheckName.pendingTasks(world.directory().state())
          .forEach(
              each ->
                  all.add(
                      new Due(
                          new Owed("directory", each.task()),
                          each.due(),
                          () -> start(each.task()))));
    }
    for (var buffer : world.buffers().values()) {
      RecordBuffer state = buffer.state();
      BufferTask.pendingTasks(state)
          .forEach(
              each ->
                  all.add(
                      new Due(
                          new Owed(buffer.name(), each.task()),
                          each.due(),
                          () -> start(buffer, each.task(), state))));
    }
    return all.stream().filter(each -> !underWay.contains(each.owed()));
  }

  private void keys(List<Due> all) {
    for (String arn : SimulatedKms.CUSTOMER_KEYS) {
      once(
          arn,
          KeyTask.onceInMemory(world.kms().ledgers().get(arn).state()),
          task -> {
            world.notifyDirectory((KeyTask.NotifyDirectory) task);
            return Shell::nothing;
          },
          all);
    }
  }

  private <T> void once(String entity, List<T> tasks, Function<T, Runnable> start, List<Due> all) {
    doneOnce.removeIf(done -> done.entity().equals(entity) && !tasks.contains(done.task()));
    for (T task : tasks) {
      Owed owed = new Owed(entity, task);
      if (!doneOnce.contains(owed)) {
        all.add(new Due(owed, Instant.MIN, () -> then(start.apply(task), owed)));
      }
    }
  }

  private Runnable then(Runnable outcome, Owed owed) {
    return () -> {
      outcome.run();
      doneOnce.add(owed);
    };
  }

  private Runnable start(CheckName task) {
    Optional<NameCheckCompleted> outcome =
        NameCheckCompleted.of(
            task, world.stream(task.name()).ask(new DescribeDeliveryStream(), world.now()));
    return outcome
        .<Runnable>map(checked -> () -> world.directory().ask(checked, world.now()))
        .orElse(Shell::nothing);
  }

  private Runnable start(String name, int generation, StreamTask task) {
    return task.accept(streamDuties)
        .<Runnable>map(
            outcome ->
                () -> {
                  world.stream(name)
                      .ask(new StreamTaskResult.ForGeneration(generation, outcome), world.now());
                  world.show();
                })
        .orElse(Shell::nothing);
  }

  private Runnable start(
      Ledger<RecordBuffer, io.hydrant.core.buffer.BufferEvent> buffer,
      BufferTask task,
      RecordBuffer state) {
    String[] id = buffer.name().split("/", -1);
    Optional<BufferCommand<?>> outcome =
        bufferDuties.perform(id[0], Integer.parseInt(id[1]), task, state);
    return outcome
        .<Runnable>map(command -> () -> buffer.ask(command, world.now()))
        .orElse(Shell::nothing);
  }

  private static void nothing() {
    // No outcome: the task stays owed and is tried again.
  }
}
