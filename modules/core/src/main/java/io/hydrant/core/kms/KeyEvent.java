package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import io.hydrant.core.entity.Event;
import io.hydrant.core.id.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of a key. They hold its material wrapped, never in plaintext. */
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
      return new Key.Present(
          metadata(),
          policy,
          tags,
          PersistentSortedMap.empty(),
          material.stream().toList(),
          KeyRotation.NONE,
          0);
    }

    KeyMetadata metadata() {
      KeyState state = origin == KeyOrigin.EXTERNAL ? KeyState.PENDING_IMPORT : KeyState.ENABLED;
      return new KeyMetadata(
          arn,
          at,
          description,
          spec,
          usage,
          origin,
          manager,
          state,
          Optional.empty(),
          material.map(first -> KeyMaterialId.of(arn, 1)));
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
      return key.present().withDeletion(key.present().metadata().pendingDeletion(deletionDate));
    }
  }

  /** The key is disabled afterwards, or awaits its import as before. */
  record KeyDeletionCancelled(Instant at, KeyState state) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().withDeletion(key.present().metadata().in(state));
    }
  }

  record DescriptionUpdated(Instant at, String description) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().metadata().describedAs(description));
    }
  }

  record KeyTagged(Instant at, List<Tag> tags) implements KeyEvent {
    public KeyTagged {
      tags = List.copyOf(tags);
    }

    @Override
    public Key evolve(Key key) {
      return key.present().withTags(Tags.merged(key.present().tags(), tags));
    }
  }

  record KeyUntagged(Instant at, List<String> tagKeys) implements KeyEvent {
    public KeyUntagged {
      tagKeys = List.copyOf(tagKeys);
    }

    @Override
    public Key evolve(Key key) {
      return key.present()
          .withTags(
              key.present().tags().stream().filter(tag -> !tagKeys.contains(tag.key())).toList());
    }
  }

  record RotationEnabled(Instant at, int periodInDays, Instant next) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      KeyRotation.Automatic automatic = new KeyRotation.Automatic(periodInDays, next);
      return key.present().with(key.present().rotation().with(Optional.of(automatic)));
    }
  }

  record RotationDisabled(Instant at) implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      return key.present().with(key.present().rotation().with(Optional.empty()));
    }
  }

  /** Newer material is used from now on. */
  record KeyRotated(Instant at, KeyRotation.Type type, int version, Bytes material)
      implements KeyEvent {
    @Override
    public Key evolve(Key key) {
      if (key.present().nextVersion() != version) {
        throw new IllegalStateException("material of version " + version + " is not the next");
      }
      return key.present().rotated(material, new KeyRotation.Done(at, type, version));
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
