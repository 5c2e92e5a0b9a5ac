package io.hydrant.core.kms;

import io.hydrant.core.entity.Event;
import java.time.Instant;
import java.util.Optional;

/** The events of an account's directory of keys. */
public sealed interface KeyDirectoryEvent extends Event<KeyDirectory> {
  record KeyRegistered(Instant at, KeyArn arn) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      return directory.with(new KeyDirectory.Entry(arn, Optional.empty(), 0));
    }
  }

  /**
   * @param deletionDate empty where the deletion was cancelled
   * @param change counts the key's schedulings and cancellations, from 1
   */
  record DeletionDateRecorded(Instant at, KeyArn arn, Optional<Instant> deletionDate, int change)
      implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      return directory.with(new KeyDirectory.Entry(arn, deletionDate, change));
    }
  }

  record AliasCreated(Instant at, AliasArn alias, String targetKeyId) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      return directory.with(new KeyDirectory.Alias(alias, targetKeyId, at, at));
    }
  }

  record AliasUpdated(Instant at, AliasArn alias, String targetKeyId) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      KeyDirectory.Alias before = directory.aliases().get(alias.name());
      return directory.with(new KeyDirectory.Alias(alias, targetKeyId, before.creationDate(), at));
    }
  }

  record AliasDeleted(Instant at, AliasArn alias) implements KeyDirectoryEvent {
    @Override
    public KeyDirectory evolve(KeyDirectory directory) {
      return directory.without(alias.name());
    }
  }
}
