package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of {@link KeyTask.Rotate}: new material for an automatic rotation that is due.
 *
 * @param version the version of the new material
 * @param material the new material, wrapped for that version
 */
public record RotateWhenDue(int version, Bytes material)
    implements Command<Key, KeyEvent, NoOutput> {
  @Override
  public Decision<KeyEvent, NoOutput> decide(Key state, Instant now) {
    Optional<Key.Present> due =
        state
            .live(now)
            .filter(key -> key.metadata().state() == KeyState.ENABLED)
            .filter(key -> key.nextVersion() == version)
            .filter(
                key ->
                    key.rotation()
                        .automatic()
                        .filter(each -> !now.isBefore(each.next()))
                        .isPresent());
    return due.isPresent()
        ? Decision.store(
            new KeyEvent.KeyRotated(now, KeyRotation.Type.AUTOMATIC, version, material),
            new NoOutput())
        : Decision.answer(new NoOutput());
  }
}
