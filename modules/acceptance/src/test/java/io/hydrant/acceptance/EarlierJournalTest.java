package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.runtime.storage.Storage;
import io.hydrant.runtime.storage.StorageException;
import io.hydrant.server.Node;
import io.hydrant.server.NodeStartException;
import io.hydrant.server.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose events have the names of earlier builds is refused in one sentence. */
class EarlierJournalTest {
  private static final String BEFORE_THE_NAMES = "4";

  @Test
  void a_node_does_not_start_on_a_data_folder_of_an_earlier_build(@TempDir Path data)
      throws Exception {
    Path journal = Files.createDirectories(data.resolve("journal"));
    Files.writeString(journal.resolve("CURRENT"), "MANIFEST-000001\n");
    Settings settings =
        Settings.load(Optional.empty(), Map.of("hydrant.port", 0, "hydrant.data", data.toString()));
    assertThatThrownBy(() -> Node.start(settings))
        .isInstanceOf(NodeStartException.class)
        .hasMessage(
            "The journal in %s was written by another build of Hydrant, whose events this build"
                + " cannot read; choose another folder (--data).",
            data);
    assertThat(Files.readString(journal.resolve("CURRENT")))
        .as("the journal is left as it was")
        .isEqualTo("MANIFEST-000001\n");
  }

  @Test
  void a_database_of_an_earlier_build_is_refused_while_it_holds_events() throws Exception {
    try (PostgreSql database = PostgreSql.start();
        Connection connection = DriverManager.getConnection(database.url(), "hydrant", "hydrant")) {
      Flyway.configure()
          .dataSource(database.url(), "hydrant", "hydrant")
          .locations("classpath:io/hydrant/postgresql")
          .table("hydrant_schema")
          .target(BEFORE_THE_NAMES)
          .load()
          .migrate();
      connection
          .createStatement()
          .execute(
              "INSERT INTO event_journal (persistence_id, sequence_number, writer, event_ser_id,"
                  + " event_ser_manifest, event_payload) VALUES ('stream|a', 1, 'w', 1,"
                  + " 'stream.encryption-starting/1', '')");
      Storage storage =
          Storage.postgreSql(new PostgreSqlSettings(database.url(), "hydrant", "hydrant", true));
      assertThatThrownBy(storage::prepare)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("was written by a build of 0.1.0 whose events this build cannot")
          .hasMessageContaining("use another database or empty this one");
      connection.createStatement().execute("DELETE FROM event_journal");
      storage.prepare();
      assertThat(
              connection
                  .createStatement()
                  .executeQuery("SELECT count(*) FROM entity_to_start, failed_call")
                  .next())
          .as("an empty database gets the tables of this build")
          .isTrue();
    }
  }
}
