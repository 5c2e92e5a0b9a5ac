package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Performs the tasks that an entity's state owes.
 *
 * @param <T> the kind of its tasks; equal tasks are the same piece of work
 */
public interface TaskHandler<S, E extends Event<S>, T> {
  List<PendingTask<T>> outstanding(S state);

  /**
   * The tasks that are performed each time the entity is loaded, once each, and that no event ends.
   */
  default List<T> onceInMemory(S state) {
    return List.of();
  }

  /**
   * Performs a task. The command gives the entity the outcome. Without a command the task is not
   * done yet, and a failed stage is a failure; both are tried again after a pause.
   */
  CompletionStage<Optional<Command<S, E, ?>>> perform(T task, S state);

  /** The subject of a log line about the task, in case it fails. */
  String describe(T task);

  /** The handler of kinds of entities without tasks. */
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
