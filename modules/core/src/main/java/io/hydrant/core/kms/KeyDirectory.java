package io.hydrant.core.kms;

import io.hydrant.core.collection.PersistentSortedMap;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys and aliases of one account in one region.
 *
 * @param keys by key id
 * @param aliases by name, prefix {@code alias/} included
 */
public record KeyDirectory(
    PersistentSortedMap<String, Entry> keys, PersistentSortedMap<String, Alias> aliases) {
  /**
   * An entry of ListKeys.
   *
   * @param deletionDate the time from which on the key does not exist
   * @param change how often the key's deletion has been scheduled or cancelled
   */
  public record Entry(KeyArn arn, Optional<Instant> deletionDate, int change) {
    boolean exists(Instant now) {
      return deletionDate.stream().allMatch(now::isBefore);
    }
  }

  /** AliasListEntry. */
  public record Alias(
      AliasArn arn, String targetKeyId, Instant creationDate, Instant lastUpdatedDate) {}

  public static final KeyDirectory EMPTY =
      new KeyDirectory(PersistentSortedMap.empty(), PersistentSortedMap.empty());

  boolean exists(String keyId, Instant now) {
    return keys.find(keyId).filter(entry -> entry.exists(now)).isPresent();
  }

  /** Returns an alias; empty where its key no longer exists. */
  Optional<Alias> alias(String name, Instant now) {
    return aliases.find(name).filter(alias -> exists(alias.targetKeyId(), now));
  }

  KeyDirectory with(Entry entry) {
    return new KeyDirectory(keys.plus(entry.arn().keyId(), entry), aliases);
  }

  KeyDirectory with(Alias alias) {
    return new KeyDirectory(keys, aliases.plus(alias.arn().name(), alias));
  }

  KeyDirectory without(String aliasName) {
    return new KeyDirectory(keys, aliases.minus(aliasName));
  }
}
