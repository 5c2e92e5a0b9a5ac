package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The work that an entity's state owes, and how it is done.
 *
 * @param <T> the kind of its tasks; equal tasks are the same piece of work
 */
public interface TaskHandler<S, E extends Event<S>, T> {
  List<PendingTask<T>> outstanding(S state);

  /**
   * Tasks that are done whenever the entity has come into memory, once each, and that no event
   * ends.
   */
  default List<T> onceInMemory(S state) {
    return List.of();
  }

  /**
   * Does a task. The command tells the entity what came of it; none means "not yet", and a failed
   * stage "try again", both after a pause.
   */
  CompletionStage<Optional<Command<S, E, ?>>> perform(T task, S state);

  /** A sentence on the task for the log, in case it fails. */
  String describe(T task);

  /** For kinds of entities that owe nothing. */
  static <S, E extends Event<S>> TaskHandler<S, E, Void> none() {
    return new TaskHandler<>() {
      @Override
      public List<PendingTask<Void>> outstanding(S state) {
        return List.of();
      }

      @Override
      public CompletionStage<Optional<Command<S, E, ?>>> perform(Void task, S state) {
        throw new IllegalStateException("there is no task");
      }

      @Override
      public String describe(Void task) {
        return "nothing";
      }
    };
  }
}
