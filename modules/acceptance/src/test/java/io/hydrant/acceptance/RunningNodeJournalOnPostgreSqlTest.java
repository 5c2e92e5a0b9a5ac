package io.hydrant.acceptance;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same as for a folder holds for a node with its journal in PostgreSQL. */
class RunningNodeJournalOnPostgreSqlTest extends RunningNodeJournalTest {
  private PostgreSql database;

  @BeforeAll
  @Override
  void startNode(@TempDir Path folder) throws Exception {
    database = PostgreSql.start();
    super.startNode(folder);
  }

  @AfterAll
  @Override
  void stopNode() {
    if (database != null) {
      super.stopNode();
      database.close();
    }
  }

  @Override
  Map<String, Object> settings() {
    return database.settings();
  }
}
