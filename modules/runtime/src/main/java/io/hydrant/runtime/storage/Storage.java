package io.hydrant.runtime.storage;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;

/** The place of the journal. Entities, events and bytes are the same in every kind of storage. */
public sealed interface Storage permits LevelDbStorage, PostgreSqlStorage {
  /** Pekko's part of the configuration. */
  Config config();

  /**
   * Prepares the storage before its first use.
   *
   * @throws StorageException where it cannot be used
   */
  void prepare();

  /**
   * Binds the storage to a KMS root key, the first node's. All nodes must have the same.
   *
   * @param rootKey the key's fingerprint
   * @throws StorageException where the storage is bound to another key
   */
  void bindRootKey(String rootKey);

  /** The lock that shows which nodes use the storage. One runtime owns and closes it. */
  ClusterLock clusterLock();

  /** The entities of an imported journal that must be started, because they have pending tasks. */
  List<String> entitiesToStart();

  /** Notes that the entity has answered; sharding remembers it from then on. */
  void markStarted(String entity);

  /** Deletes all events and snapshots. No entity may be using them. */
  void empty();

  /** A phrase for a sentence, without secrets: for example {@code LevelDB in /data/journal}. */
  String describe();

  /** Storage in the node's own folder. */
  static Storage levelDb(Path journal, Path snapshots) {
    return new LevelDbStorage(journal, snapshots);
  }

  /** Storage in a database that nodes can share. */
  static Storage postgreSql(PostgreSqlSettings settings) {
    return new PostgreSqlStorage(settings);
  }
}
