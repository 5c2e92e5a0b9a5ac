package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;

/** One node with its journal in PostgreSQL. */
class PostgreSqlTest extends OneNode {
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

  @Test
  void streams_keys_and_encryption_survive_a_restart() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    restart();
    assertThat(encryption(stream).status()).isEqualTo(DeliveryStreamEncryptionStatus.ENABLED);
    assertThat(put(stream, "after\n").encrypted()).isTrue();
    awaitDelivered(stream, "after\n");
  }

  @Test
  void delivered_records_leave_the_database() throws Exception {
    String stream = activeStream();
    put(stream, "one\n");
    awaitDelivered(stream, "one\n");
    // What remains is the number of the last event: it must not be given twice.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        column(
                            "SELECT event_ser_manifest FROM event_journal WHERE NOT deleted AND"
                                + " persistence_id LIKE 'buffer|%"
                                + stream
                                + "/1'"))
                    .isEmpty());
    assertThat(
            column(
                "SELECT snapshot_ser_manifest FROM snapshot WHERE persistence_id LIKE 'buffer|%"
                    + stream
                    + "/1'"))
        .containsExactly("buffer.carried-over/2");
    restart();
    put(stream, "two\n");
    awaitDelivered(stream, "one\ntwo\n");
  }

  @Test
  void the_inspector_reads_the_journal_in_the_database() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    assertThat(http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/"))).body())
        .contains(stream);
  }

  private List<String> column(String query) throws Exception {
    try (var connection = DriverManager.getConnection(database.url(), "hydrant", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
