package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hydrant.cli.Main;
import io.hydrant.cli.process.NodeProcess;
import io.hydrant.core.id.Bytes;
import io.hydrant.replay.archive.PostgreSqlImport;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.runtime.storage.Storage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionStatus;
import software.amazon.awssdk.services.firehose.model.ResourceInUseException;

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
        .containsExactly("buffer.snapshot-taken/1");
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

  @Test
  void a_journal_moves_into_a_folder_and_into_another_database_and_stays_the_same(
      @TempDir Path folder) throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    put(stream, "one\n");
    awaitDelivered(stream, "one\n");
    assertThat(journal("verify", "--url", endpoint().toString())).contains("all sound");
    assertThatThrownBy(() -> create(stream, 1)).isInstanceOf(ResourceInUseException.class);
    stop();
    assertThat(journal("timeline", stream, "--postgresql", database.url()))
        .contains("CreateDeliveryStream refused");
    String second = database.url().replaceFirst("/h$", "/second");
    try (var connection = DriverManager.getConnection(database.url(), "hydrant", "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE second");
    }
    String file = folder.resolve("one.jsonl").toString();
    String house = folder.resolve("house").toString();
    String output = journal("export", file, "--with-records", "--postgresql", database.url());
    journal("import", file, "--data", house);
    anImportThatDoesNotComeToItsEnd(second);
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "no journal\n");
    assertThat(run("import", broken.toString(), "--postgresql", second)).contains("Line 1");
    journal("import", file, "--postgresql", second);
    assertThat(run("import", file, "--postgresql", second + "?password=hidden"))
        .contains("There are events in " + second + " already")
        .doesNotContain("hidden");
    String fromFolder = folder.resolve("two.jsonl").toString();
    String fromSecond = folder.resolve("three.jsonl").toString();
    assertThat(hash(journal("export", fromFolder, "--with-records", "--data", house)))
        .isEqualTo(hash(output));
    assertThat(hash(journal("export", fromSecond, "--with-records", "--postgresql", second)))
        .isEqualTo(hash(output));
    assertThat(journal("verify", "--postgresql", second)).contains("all sound");
    assertThat(journal("state", stream, "--postgresql", second))
        .isEqualTo(journal("state", stream, "--data", house))
        .contains("\"Status\" : \"ENABLED\"");
    assertThat(journal("timeline", stream, "--postgresql", second))
        .isEqualTo(journal("timeline", stream, "--data", house))
        .contains("CreateDeliveryStream refused");
    launch();
  }

  @Test
  void what_an_imported_journal_owes_is_done_without_a_call(@TempDir Path folder) throws Exception {
    String stream = newName();
    create(stream, 900);
    put(stream, "waits\n");
    Path data = stop();
    String third = database.url().replaceFirst("/h$", "/third");
    try (var connection = DriverManager.getConnection(database.url(), "hydrant", "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE third");
    }
    String file = folder.resolve("journal.jsonl").toString();
    journal("export", file, "--with-records", "--postgresql", database.url());
    journal("import", file, "--postgresql", third);
    try (NodeProcess node =
        new NodeProcess(
            folder.resolve("node"),
            0,
            Map.of(
                "HYDRANT_STORAGE",
                "postgresql",
                "HYDRANT_POSTGRESQL_URL",
                third,
                "HYDRANT_S3_FOLDER",
                folder.resolve("s3").toString(),
                "HYDRANT_KMS_ROOT_KEY",
                Files.readString(data.resolve("kms-root-key")).strip()),
            line -> {})) {
      SdkClients other = SdkClients.withoutRetries(node.start());
      other.s3().createBucket(r -> r.bucket(BUCKET));
      http(
          HttpRequest.newBuilder(node.endpoint().resolve("/_hydrant/clock"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"advance\":\"PT15M\"}")));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  new String(
                          DeliveredObjects.of(other.s3(), BUCKET, stream + "/"),
                          StandardCharsets.UTF_8)
                      .equals("waits\n"));
      await().atMost(PATIENCE).until(() -> count(third, "entity_to_start") == 0);
    }
    launch();
  }

  private static int count(String url, String table) throws Exception {
    try (var connection = DriverManager.getConnection(url, "hydrant", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void a_second_node_is_not_let_onto_the_same_journal_unless_they_work_as_one(@TempDir Path folder)
      throws Exception {
    String stream = activeStream();
    String rootKey = Files.readString(stop().resolve("kms-root-key")).strip();
    launch();
    try (NodeProcess second =
        new NodeProcess(
            folder,
            0,
            Map.of(
                "HYDRANT_STORAGE",
                "postgresql",
                "HYDRANT_POSTGRESQL_URL",
                database.url(),
                "HYDRANT_KMS_ROOT_KEY",
                rootKey),
            line -> {})) {
      assertThatThrownBy(second::start)
          .hasMessageContaining("Another node uses this journal")
          .hasMessageContaining("hydrant.cluster.seeds");
    }
    // The first one has not noticed.
    put(stream, "goes on");
    awaitDelivered(stream, "goes on");
  }

  /** It leaves nothing: what comes after it finds an empty database. */
  private static void anImportThatDoesNotComeToItsEnd(String database) {
    Storage.postgreSql(new PostgreSqlSettings(database, "hydrant", "", true)).prepare();
    try (PostgreSqlImport half = PostgreSqlImport.into(database, "hydrant", "")) {
      half.store(
          new EncodedEvent("stream|half", 1, "stream.activated/1", Bytes.ofUtf8("{}")),
          Instant.EPOCH);
    }
  }

  private static String hash(String output) {
    return output.substring(output.indexOf("hash "));
  }

  private static String journal(String... arguments) {
    String output = run(arguments);
    assertThat(output).doesNotContain("hydrant:");
    return output;
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    List<String> all = new ArrayList<>(List.of("journal"));
    all.addAll(List.of(arguments));
    int code =
        new CommandLine(new Main())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(out.toString().contains("hydrant:")).isEqualTo(code != 0);
    return out.toString();
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
