package io.hydrant.runtime.storage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stores the journal in two folders that belong to one node. */
record LevelDbStorage(Path journal, Path snapshots) implements Storage {
  @Override
  public Config config() {
    return ConfigFactory.parseMap(
        Map.of(
            "pekko.persistence.journal.leveldb.dir",
            journal.toString(),
            "pekko.persistence.snapshot-store.local.dir",
            snapshots.toString(),
            ReadJournals.KEY,
            "pekko.persistence.query.journal.leveldb"));
  }

  @Override
  public void prepare() {}

  /** Returns a lock without effect: no other process uses the folders. */
  @Override
  public void bindRootKey(String rootKey) {}

  @Override
  public ClusterLock clusterLock() {
    return ClusterLock.ALONE;
  }

  /** Reads the file of an import, which is next to the folder. */
  @Override
  public List<String> entitiesToStart() {
    return List.of();
  }

  @Override
  public void markStarted(String entity) {}

  @Override
  public void empty() {
    try {
      Folder.empty(journal);
      Folder.empty(snapshots);
    } catch (IOException e) {
      throw new StorageException("The journal in " + journal + " was not emptied", e);
    }
  }

  @Override
  public String describe() {
    return "LevelDB in " + journal;
  }
}
