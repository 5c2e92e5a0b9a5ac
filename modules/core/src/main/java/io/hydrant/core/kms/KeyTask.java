package io.hydrant.core.kms;

import io.hydrant.core.entity.Outstanding;
import java.util.List;

/**
 * Work that a key owes: the rotation of its material.
 *
 * @param version that the new material will have
 */
public record KeyTask(KeyArn key, int version) {
  /** What must still happen, as a function of the state alone. A disabled key is rotated later. */
  public static List<Outstanding<KeyTask>> outstanding(Key state) {
    if (state instanceof Key.Present key && key.metadata().state() == KeyState.ENABLED) {
      return key.rotation().automatic().stream()
          .map(each -> new Outstanding<>(new KeyTask(key.arn(), key.nextVersion()), each.next()))
          .toList();
    }
    return List.of();
  }
}
