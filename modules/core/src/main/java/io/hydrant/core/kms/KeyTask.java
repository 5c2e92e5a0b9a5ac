package io.hydrant.core.kms;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.PendingTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A pending task of a key. */
public sealed interface KeyTask {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: a handler that lacks a task does not compile. */
  interface Visitor<R> {
    R visit(Rotate task);

    R visit(NotifyDirectory task);
  }

  /**
   * Rotates the key's material.
   *
   * @param version the version of the new material
   */
  record Rotate(KeyArn key, int version) implements KeyTask {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Notifies the directory of the key and of its deletion date.
   *
   * @param change how often the deletion was scheduled or cancelled
   */
  record NotifyDirectory(KeyArn key, Optional<Instant> deletionDate, int change)
      implements KeyTask {
    /** Returns the command for the directory. */
    public KeyDirectoryCommand<NoOutput> command() {
      return change == 0 ? new RegisterKey(key) : new RecordDeletionDate(key, deletionDate, change);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Returns the pending tasks, which follow from the state alone. A disabled key has none: it is
   * rotated after it is enabled.
   */
  static List<PendingTask<KeyTask>> pendingTasks(Key state) {
    if (state instanceof Key.Present key && key.metadata().state() == KeyState.ENABLED) {
      return key.rotation().automatic().stream()
          .map(
              each ->
                  new PendingTask<KeyTask>(new Rotate(key.arn(), key.nextVersion()), each.next()))
          .toList();
    }
    return List.of();
  }

  /**
   * Returns what other entities must know about the key. The key sends it each time it is loaded,
   * and again when the content changes, so that a lost message has no lasting effect.
   */
  static List<KeyTask> onceInMemory(Key state) {
    return state instanceof Key.Present key
        ? List.of(
            new NotifyDirectory(key.arn(), key.metadata().deletionDate(), key.deletionChanges()))
        : List.of();
  }
}
