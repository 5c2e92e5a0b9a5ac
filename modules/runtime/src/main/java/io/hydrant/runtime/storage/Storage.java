package io.hydrant.runtime.storage;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;

/** Where the journal is. The entities, their events and the bytes are the same everywhere. */
public sealed interface Storage permits LevelDbStorage, PostgreSqlStorage {
  /** Pekko's part of the configuration. */
  Config config();

  /**
   * Makes the place ready, before anybody looks at it.
   *
   * @throws StorageException where it cannot be used
   */
  void prepare();

  /**
   * Sees to it that all nodes that use the place have the same KMS root key: the first one's.
   *
   * @param rootKey its fingerprint
   * @throws StorageException where the place belongs to another one
   */
  void claim(String rootKey);

  /** Whether other nodes that use the place are there; of one engine, which closes it. */
  ClusterLock presence();

  /** Entities of an imported journal whose work goes on without a call, once they are woken. */
  List<String> toWake();

  /** That one has answered, and will be remembered from now on. */
  void woken(String entity);

  /** Deletes all events and snapshots. No entity may be using them. */
  void empty();

  /** In one sentence's words, without secrets: for example {@code LevelDB in /data/journal}. */
  String describe();

  /** In the node's own folder. */
  static Storage levelDb(Path journal, Path snapshots) {
    return new LevelDbStorage(journal, snapshots);
  }

  /** In a database that nodes can share. */
  static Storage postgreSql(PostgreSqlSettings settings) {
    return new PostgreSqlStorage(settings);
  }
}
