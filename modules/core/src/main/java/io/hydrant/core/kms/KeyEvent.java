package io.hydrant.core.kms;

import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every fact of a key's history. */
public sealed interface KeyEvent extends Event<KeySlot> {

  /** The state after this fact, of a key that exists. */
  KeySlot evolve(Key key);

  @Override
  default KeySlot evolve(KeySlot slot) {
    if (slot instanceof Key key) {
      return evolve(key);
    }
    throw new IllegalStateException(getClass().getSimpleName() + " of a key that does not exist");
  }

  record KeyCreated(
      Instant at,
      KeyArn arn,
      String description,
      String spec,
      String usage,
      String policy,
      boolean multiRegion,
      Map<String, String> tags,
      KeyState state,
      Bytes wrappedMaterial,
      String createdBy)
      implements KeyEvent {
    @Override
    public KeySlot evolve(KeySlot slot) {
      if (slot instanceof Key) {
        throw new IllegalStateException("the key exists already");
      }
      return new Key(
          arn,
          at,
          description,
          spec,
          usage,
          policy,
          multiRegion,
          tags,
          wrappedMaterial,
          state,
          Optional.empty(),
          List.of());
    }

    @Override
    public KeySlot evolve(Key key) {
      throw new IllegalStateException("the key exists already");
    }
  }

  record KeyEnabled(Instant at, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.with(KeyState.ENABLED, Optional.empty());
    }
  }

  record KeyDisabled(Instant at, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.with(KeyState.DISABLED, Optional.empty());
    }
  }

  record DeletionScheduled(Instant at, Instant deletionDate, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.with(KeyState.PENDING_DELETION, Optional.of(deletionDate));
    }
  }

  /** "The key is Disabled after a cancel." */
  record DeletionCancelled(Instant at, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.with(KeyState.DISABLED, Optional.empty());
    }
  }

  record GrantCreated(Instant at, Grant grant, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.plus(grant);
    }
  }

  record GrantRetired(Instant at, String grantId, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.without(grantId);
    }
  }

  record GrantRevoked(Instant at, String grantId, String by) implements KeyEvent {
    @Override
    public KeySlot evolve(Key key) {
      return key.without(grantId);
    }
  }
}
