package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.PendingTask;
import io.hydrant.core.kms.DirectoryNotified;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.kms.RotateWhenDue;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.TaskHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Performs the tasks of a key: creates new material when a rotation is due, and updates the
 * directory.
 */
public final class KeyTaskHandler implements TaskHandler<Key, KeyEvent, KeyTask> {
  private final MaterialCipher cipher;
  private final Entities<KeyDirectory, KeyDirectoryEvent> directories;
  private final Performer doing = new Performer();

  public KeyTaskHandler(RootKey root, Entities<KeyDirectory, KeyDirectoryEvent> directories) {
    this.cipher = new MaterialCipher(root);
    this.directories = directories;
  }

  @Override
  public List<PendingTask<KeyTask>> outstanding(Key state) {
    return KeyTask.pendingTasks(state);
  }

  @Override
  public List<KeyTask> onceInMemory(Key state) {
    return KeyTask.onceInMemory(state);
  }

  @Override
  public CompletionStage<Optional<Command<Key, KeyEvent, ?>>> perform(KeyTask task, Key state) {
    return task.accept(doing);
  }

  private final class Performer
      implements KeyTask.Visitor<CompletionStage<Optional<Command<Key, KeyEvent, ?>>>> {
    @Override
    public CompletionStage<Optional<Command<Key, KeyEvent, ?>>> visit(KeyTask.Rotate task) {
      return CompletableFuture.completedFuture(
          Optional.of(
              new RotateWhenDue(task.version(), cipher.newMaterial(task.key(), task.version()))));
    }

    @Override
    public CompletionStage<Optional<Command<Key, KeyEvent, ?>>> visit(
        KeyTask.NotifyDirectory task) {
      KeyArn key = task.key();
      return directories
          .ask(key.account() + "/" + key.region(), task.command())
          .thenApply(stored -> Optional.of(new DirectoryNotified()));
    }
  }

  @Override
  public String describe(KeyTask task) {
    return task.toString();
  }
}
