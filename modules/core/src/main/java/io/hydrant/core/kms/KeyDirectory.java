package io.hydrant.core.kms;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys and aliases of one account in one region.
 *
 * @param keys by key id
 * @param aliases by name, prefix {@code alias/} included
 */
public record KeyDirectory(SortedMap<String, Entry> keys, SortedMap<String, Alias> aliases) {
  /**
   * @param deletionDate from when on the key no longer exists
   * @param change how often the key's deletion had been scheduled or cancelled by then
   */
  public record Entry(KeyArn arn, Optional<Instant> deletionDate, int change) {
    boolean exists(Instant now) {
      return deletionDate.stream().allMatch(now::isBefore);
    }
  }

  /** AliasListEntry. */
  public record Alias(
      AliasArn arn, String targetKeyId, Instant creationDate, Instant lastUpdatedDate) {}

  public static final KeyDirectory EMPTY = new KeyDirectory(new TreeMap<>(), new TreeMap<>());

  public KeyDirectory {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
  }

  boolean exists(String keyId, Instant now) {
    return Optional.ofNullable(keys.get(keyId)).filter(entry -> entry.exists(now)).isPresent();
  }

  /** An alias goes with its key. */
  Optional<Alias> alias(String name, Instant now) {
    return Optional.ofNullable(aliases.get(name)).filter(alias -> exists(alias.targetKeyId(), now));
  }

  KeyDirectory with(Entry entry) {
    SortedMap<String, Entry> changed = new TreeMap<>(keys);
    changed.put(entry.arn().keyId(), entry);
    return new KeyDirectory(changed, aliases);
  }

  KeyDirectory with(Alias alias) {
    SortedMap<String, Alias> changed = new TreeMap<>(aliases);
    changed.put(alias.arn().name(), alias);
    return new KeyDirectory(keys, changed);
  }

  KeyDirectory without(String aliasName) {
    SortedMap<String, Alias> changed = new TreeMap<>(aliases);
    changed.remove(aliasName);
    return new KeyDirectory(keys, changed);
  }
}
