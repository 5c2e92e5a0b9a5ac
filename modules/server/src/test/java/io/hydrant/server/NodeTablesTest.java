package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.core.destination.TableProblem;
import io.hydrant.core.destination.TableReference;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.TableException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog that the settings of a node choose. */
class NodeTablesTest {
  private static final TableReference TABLE =
      new TableReference("000000000000", "us-east-1", "db", "t", "LATEST", "role");

  @TempDir Path folder;

  @BeforeEach
  void haveCredentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterEach
  void haveNoCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void a_folder_has_the_tables() throws Exception {
    Files.createDirectory(folder.resolve("db"));
    Files.writeString(
        folder.resolve("db/t.json"),
        "{\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"a\",\"Type\":\"int\"}]}}");
    GlueSettings settings = new GlueSettings(Optional.empty(), Optional.of(folder));
    try (NodeTables tables = NodeTables.of(settings, () -> Instant.EPOCH)) {
      assertThat(tables.catalog().columns(TABLE)).containsExactly(new Column("a", Primitive.INT));
    }
  }

  @Test
  void an_endpoint_is_asked() {
    GlueSettings settings =
        new GlueSettings(Optional.of(URI.create("http://127.0.0.1:1")), Optional.empty());
    try (NodeTables tables = NodeTables.of(settings, () -> Instant.EPOCH)) {
      assertThat(problem(tables).problem()).isEqualTo(TableProblem.UNAVAILABLE);
    }
  }

  @Test
  void without_a_setting_no_table_is_found_and_the_settings_are_named() {
    GlueSettings settings = new GlueSettings(Optional.empty(), Optional.empty());
    try (NodeTables tables = NodeTables.of(settings, () -> Instant.EPOCH)) {
      assertThat(problem(tables).problem()).isEqualTo(TableProblem.NOT_FOUND);
      assertThat(problem(tables))
          .hasMessage(
              "The node has no Glue catalog: neither hydrant.glue.tables nor hydrant.glue.endpoint"
                  + " is set.");
    }
  }

  private static TableException problem(NodeTables tables) {
    return catchThrowableOfType(TableException.class, () -> tables.catalog().columns(TABLE));
  }
}
