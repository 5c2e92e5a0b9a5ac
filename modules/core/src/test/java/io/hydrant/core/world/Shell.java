package io.hydrant.core.world;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.CheckName;
import io.hydrant.core.directory.NameCheckCompleted;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.entity.PendingTasks;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.stream.DeliveryStream;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.StreamTask;
import io.hydrant.core.stream.StreamTaskResult;
import io.hydrant.core.stream.StreamTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Starts tasks by the scheduling rule of the real shell, and has outcomes arrive by fate. */
final class Shell {
  private final World world;
  private final StreamDuties streamDuties;
  private final BufferDuties bufferDuties;
  private final Map<String, Desk<?>> desks = new LinkedHashMap<>();
  private final List<Runnable> inFlight = new ArrayList<>();

  /** One entity's tasks; a crash forgets it. */
  private final class Desk<T> {
    private PendingTasks<T> tasks = PendingTasks.none();
    private Function<T, Optional<Runnable>> handler = task -> Optional.empty();

    void reconcile(
        List<PendingTask<T>> outstanding,
        List<T> onceInMemory,
        Function<T, Optional<Runnable>> performing) {
      tasks = tasks.reconcile(outstanding, onceInMemory);
      handler = performing;
    }

    List<Due> due() {
      return tasks.due(world.now(), uptime()).stream()
          .<Due>map(task -> fate -> perform(task, fate))
          .toList();
    }

    private void perform(T task, Fate fate) {
      tasks = tasks.started(task);
      Function<T, Optional<Runnable>> handle = handler;
      switch (fate) {
        case AT_ONCE -> end(task, handle.apply(task));
        case LATE -> {
          Optional<Runnable> outcome = handle.apply(task);
          inFlight.add(() -> end(task, outcome));
        }
        case SLOW -> inFlight.add(() -> end(task, handle.apply(task)));
        case DOUBLED -> {
          Optional<Runnable> outcome = handle.apply(task);
          end(task, outcome);
          outcome.ifPresent(inFlight::add);
        }
        case LOST -> end(task, handle.apply(task).filter(outcome -> false));
      }
    }

    private void end(T task, Optional<Runnable> outcome) {
      tasks = outcome.isPresent() ? tasks.succeeded(task) : tasks.failed(task, uptime());
      outcome.ifPresent(Runnable::run);
    }

    Optional<Instant> nextDue() {
      return tasks.pending().stream()
          .map(PendingTask::due)
          .filter(at -> at.isAfter(world.now()))
          .min(Instant::compareTo);
    }
  }

  /** A task that can start now. */
  private interface Due {
    void perform(Fate fate);
  }

  Shell(World world) {
    this.world = world;
    this.streamDuties = new StreamDuties(world);
    this.bufferDuties = new BufferDuties(world);
  }

  /** In the simulation all time passes by steps. */
  private Duration uptime() {
    return Duration.between(Instant.EPOCH, world.now());
  }

  /** Performs one of the tasks that are due. */
  void work(int which, Fate fate) {
    List<Due> due = due();
    if (!due.isEmpty()) {
      due.get(which % due.size()).perform(fate);
    }
  }

  void workOnAll() {
    due().forEach(each -> each.perform(Fate.AT_ONCE));
  }

  void arrive(int which) {
    if (!inFlight.isEmpty()) {
      inFlight.remove(which % inFlight.size()).run();
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
    desks.clear();
    world.ledgers().forEach(Ledger::recover);
  }

  private List<Due> due() {
    reconcile();
    return desks.values().stream().flatMap(desk -> desk.due().stream()).toList();
  }

  /** The time at which the next task is due for the first time; retries are not counted. */
  Optional<Instant> nextDue() {
    reconcile();
    return desks.values().stream().flatMap(desk -> desk.nextDue().stream()).min(Instant::compareTo);
  }

  private void reconcile() {
    World.STREAMS.forEach(this::reconcileStream);
    SimulatedKms.CUSTOMER_KEYS.forEach(this::reconcileKey);
    if (!world.sabotaged(Sabotage.NEVER_CHECKS_A_NAME)) {
      this.<CheckName>desk("directory")
          .reconcile(CheckName.pendingTasks(world.directory().state()), List.of(), this::check);
    }
    world.buffers().values().forEach(this::reconcileBuffer);
  }

  // The name of an entity says of which kind its tasks are.
  @SuppressWarnings("unchecked")
  private <T> Desk<T> desk(String entity) {
    return (Desk<T>) desks.computeIfAbsent(entity, name -> new Desk<T>());
  }

  private void reconcileStream(String name) {
    StreamState state = world.stream(name).state();
    int generation = state instanceof DeliveryStream stream ? stream.generation() : 0;
    this.<StreamTask>desk(name)
        .reconcile(
            StreamTasks.pendingTasks(state),
            StreamTasks.onceInMemory(state),
            task -> perform(name, generation, task));
  }

  private void reconcileKey(String arn) {
    this.<KeyTask>desk(arn)
        .reconcile(
            List.of(),
            KeyTask.onceInMemory(world.kms().ledgers().get(arn).state()),
            task -> {
              world.notifyDirectory((KeyTask.NotifyDirectory) task);
              return Optional.of(Shell::nothing);
            });
  }

  private void reconcileBuffer(Ledger<RecordBuffer, BufferEvent> buffer) {
    RecordBuffer state = buffer.state();
    this.<BufferTask>desk(buffer.name())
        .reconcile(BufferTask.pendingTasks(state), List.of(), task -> perform(buffer, task, state));
  }

  private Optional<Runnable> check(CheckName task) {
    return NameCheckCompleted.of(
            task, world.stream(task.name()).ask(new DescribeDeliveryStream(), world.now()))
        .map(checked -> () -> world.directory().ask(checked, world.now()));
  }

  private Optional<Runnable> perform(String name, int generation, StreamTask task) {
    return task.accept(streamDuties)
        .map(
            outcome ->
                () -> {
                  world.stream(name)
                      .ask(new StreamTaskResult.ForGeneration(generation, outcome), world.now());
                  world.show();
                });
  }

  private Optional<Runnable> perform(
      Ledger<RecordBuffer, BufferEvent> buffer, BufferTask task, RecordBuffer state) {
    String[] id = buffer.name().split("/", -1);
    Optional<BufferCommand<?>> outcome =
        bufferDuties.perform(id[0], Integer.parseInt(id[1]), task, state);
    return outcome.map(command -> () -> apply(buffer, command, id[0], Integer.parseInt(id[1])));
  }

  private void apply(
      Ledger<RecordBuffer, BufferEvent> buffer,
      BufferCommand<?> command,
      String stream,
      int generation) {
    int before = buffer.events().size();
    buffer.ask(command, world.now());
    for (BufferEvent event : buffer.events().subList(before, buffer.events().size())) {
      if (event instanceof BufferEvent.DeliveryGivenUp given) {
        world.observe(new Observed.GivenUp(stream, generation, given.records()));
      }
    }
  }

  private static void nothing() {
    // The directory has the news; the key itself learns nothing from it.
  }
}
