package io.hydrant.runtime.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Outstanding;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.kms.RotateWhenDue;
import io.hydrant.runtime.entity.Work;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does what a key owes: makes new material when a rotation is due. */
public final class KeyWork implements Work<Key, KeyEvent, KeyTask> {
  private final MaterialCipher cipher;

  public KeyWork(RootKey root) {
    this.cipher = new MaterialCipher(root);
  }

  @Override
  public List<Outstanding<KeyTask>> outstanding(Key state) {
    return KeyTask.outstanding(state);
  }

  @Override
  public CompletionStage<Optional<Command<Key, KeyEvent, ?>>> perform(KeyTask task, Key state) {
    return CompletableFuture.completedFuture(
        Optional.of(new RotateWhenDue(task.version(), cipher.fresh(task.key(), task.version()))));
  }

  @Override
  public String describe(KeyTask task) {
    return "Rotation of key " + task.key();
  }
}
