package io.hydrant.runtime.storage;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;

/** Stores the journal. Entities, events and bytes are the same in every kind of storage. */
public sealed interface Storage permits LevelDbStorage, PostgreSqlStorage {
  /** Returns the configuration of Pekko for this storage. */
  Config config();

  /**
   * Prepares the storage before its first use.
   *
   * @throws StorageException where it cannot be used
   */
  void prepare();

  /**
   * Binds the storage to the first node's KMS root key. All nodes must have the same key.
   *
   * @param rootKey the key's fingerprint
   * @throws StorageException where the storage is bound to another key
   */
  void bindRootKey(String rootKey);

  /** Returns the lock of the nodes that use the storage. One runtime owns and closes it. */
  ClusterLock clusterLock();

  /**
   * Returns the entities of an imported journal that must be started, because they have pending
   * tasks.
   */
  List<String> entitiesToStart();

  /** Records that the entity has answered; sharding remembers it from then on. */
  void markStarted(String entity);

  /** Deletes all events and snapshots. No entity may be using them. */
  void empty();

  /**
   * Returns a phrase for a sentence, without secrets, for example {@code LevelDB in /data/journal}.
   */
  String describe();

  /** Returns storage in the node's own folder. */
  static Storage levelDb(Path journal, Path snapshots) {
    return new LevelDbStorage(journal, snapshots);
  }

  /** Returns storage in a database that nodes can share. */
  static Storage postgreSql(PostgreSqlSettings settings) {
    return new PostgreSqlStorage(settings);
  }
}
