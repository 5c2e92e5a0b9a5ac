package io.hydrant.runtime.entity;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.PendingTask;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Performs the pending tasks of an entity's state.
 *
 * @param <T> the type of its tasks; equal tasks are the same task
 */
public interface TaskHandler<S, E extends Event<S>, T> {
  List<PendingTask<T>> outstanding(S state);

  /**
   * Returns the tasks that are performed once each time the entity is loaded, and that no event
   * ends.
   */
  default List<T> onceInMemory(S state) {
    return List.of();
  }

  /**
   * Performs a task and returns the command that reports the outcome to the entity. No command
   * means that the task is not done yet; a failed stage is a failure. Both are retried after a
   * pause.
   */
  CompletionStage<Optional<Command<S, E, ?>>> perform(T task, S state);

  /** Returns the subject of the log line about a failure of the task. */
  String describe(T task);

  /** Returns the handler of entities without tasks. */
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
