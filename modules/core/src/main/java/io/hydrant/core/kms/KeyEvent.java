package io.hydrant.core.kms;

import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What can happen to a key. Material stands here wrapped, never in clear. */
public sealed interface KeyEvent extends Event<Key> {
  /**
   * @param material of version 1; empty where the spec is kept as metadata or an import is awaited
   */
  record KeyCreated(
      Instant at,
      KeyArn arn,
      String description,
      KeySpec spec,
      KeyUsage usage,
      KeyOrigin origin,
      KeyManager manager,
      KeyPolicy policy,
      List<Tag> tags,
      Optional<Bytes> material)
      implements KeyEvent {
    public KeyCreated {
      tags = List.copyOf(tags);
    }

    @Override
    public Key evolve(Key key) {
      if (!(key instanceof Key.Absent)) {
        throw new IllegalStateException("created twice: " + arn);
      }
      return new Key.Present(metadata(), policy, tags, new TreeMap<>(), material.stream().toList());
    }

    KeyMetadata metadata() {
      KeyState state = origin == KeyOrigin.EXTERNAL ? KeyState.PENDING_IMPORT : KeyState.ENABLED;
      return new KeyMetadata(
          arn, at, description, spec, usage, origin, manager, state, Optional.empty());
    }
  }

  record PolicyPut(Instant at, KeyPolicy policy) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(policy);
    }
  }

  record KeyEnabled(Instant at) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().metadata().in(KeyState.ENABLED));
    }
  }

  record KeyDisabled(Instant at) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().metadata().in(KeyState.DISABLED));
    }
  }

  record KeyDeletionScheduled(Instant at, Instant deletionDate) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().metadata().pendingDeletion(deletionDate));
    }
  }

  /** The key is disabled afterwards, or awaits its import as before. */
  record KeyDeletionCancelled(Instant at, KeyState state) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().metadata().in(state));
    }
  }

  record GrantCreated(Instant at, Grant grant) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(grant);
    }
  }

  record GrantRetired(Instant at, String grantId) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().without(grantId);
    }
  }

  record GrantRevoked(Instant at, String grantId) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().without(grantId);
    }
  }
}
