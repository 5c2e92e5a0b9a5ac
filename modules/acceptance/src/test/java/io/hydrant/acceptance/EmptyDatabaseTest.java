package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.runtime.storage.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nodes that start together on an empty database make its tables once, and all of them start. */
class EmptyDatabaseTest {
  private static final int NODES = 8;
  private static final int ROUNDS = 10;

  @Test
  void nodes_that_find_an_empty_database_together_all_start() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    try (PostgreSql database = PostgreSql.start();
        Connection connection = DriverManager.getConnection(database.url(), "hydrant", "hydrant")) {
      for (int round = 0; round < ROUNDS; round++) {
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<Future<?>> starts = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
          Storage storage =
              Storage.postgreSql(
                  new PostgreSqlSettings(database.url(), "hydrant", "hydrant", true));
          starts.add(
              nodes.submit(
                  () -> {
                    together.await();
                    storage.prepare();
                    return null;
                  }));
        }
        for (Future<?> start : starts) {
          assertThat(start).succeedsWithin(Duration.ofMinutes(1));
        }
        connection.createStatement().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      }
    } finally {
      nodes.shutdownNow();
    }
  }
}
