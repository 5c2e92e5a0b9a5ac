package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hydrant.runtime.storage.PostgreSqlSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of single settings, and the sentence of each error. */
class SettingsChecksTest {
  @TempDir private Path folder;

  private String error(Map<String, String> environment) {
    NodeStartException thrown =
        catchThrowableOfType(
            NodeStartException.class,
            () ->
                Settings.load(
                    Optional.of(Files.writeString(folder.resolve("hydrant.conf"), "")),
                    Map.of(),
                    environment));
    assertThat(thrown).isNotNull();
    return thrown.getMessage();
  }

  @Test
  void the_nodes_of_a_cluster_need_a_database() {
    assertThat(error(Map.of("HYDRANT_CLUSTER_SEEDS", "node-1:24573")))
        .isEqualTo(
            "The nodes of a cluster share their journal: hydrant.cluster.seeds needs"
                + " hydrant.storage = postgresql.");
  }

  @Test
  void a_seed_is_a_host_and_a_port() {
    assertThat(
            error(
                Map.of(
                    "HYDRANT_STORAGE",
                    "postgresql",
                    "HYDRANT_CLUSTER_SEEDS",
                    "node-1:24573,node-2")))
        .isEqualTo("hydrant.cluster.seeds must be like node-1:24573,node-2:24573, not node-2.");
  }

  @Test
  void a_database_has_a_jdbc_url_whose_secrets_are_not_shown() {
    assertThat(
            error(
                Map.of(
                    "HYDRANT_STORAGE",
                    "postgresql",
                    "HYDRANT_POSTGRESQL_URL",
                    "postgres://db?password=secret")))
        .isEqualTo("hydrant.postgresql.url must be like jdbc:postgresql://127.0.0.1:5432/hydrant.");
    assertThat(new PostgreSqlSettings("jdbc:postgresql://db/h?password=a", "team", "b", true))
        .hasToString("jdbc:postgresql://db/h");
  }

  @Test
  void a_log_level_is_one_of_six() {
    assertThat(error(Map.of("HYDRANT_LOG_LEVEL", "loud")))
        .isEqualTo("hydrant.log-level must be OFF, ERROR, WARN, INFO, DEBUG or TRACE, not LOUD.");
  }

  @Test
  void a_host_is_a_name_without_a_port_and_bounds_leave_room_for_a_connection() {
    assertThat(error(Map.of("HYDRANT_HOSTS", "hydrant:4573")))
        .isEqualTo(
            "hydrant.hosts must be names without ports, like hydrant,hydrant.example, not"
                + " hydrant:4573.");
    assertThat(error(Map.of("HYDRANT_HTTP_CONNECTIONS_MAX", "0")))
        .isEqualTo("hydrant.http.connections-max must be from 1 to 1000000, not 0.");
    assertThat(error(Map.of("HYDRANT_HTTP_IDLE_TIMEOUT", "1ms")))
        .isEqualTo("hydrant.http.idle-timeout must be at least 100ms.");
  }

  @Test
  void signatures_are_on_or_off() {
    assertThat(error(Map.of("HYDRANT_AUTH_SIGNATURES", "maybe")))
        .isEqualTo("hydrant.auth.signatures must be off or on, not maybe.");
  }

  @Test
  void the_endpoint_of_a_kms_has_a_scheme_and_a_host() {
    assertThat(error(Map.of("HYDRANT_KMS_ENDPOINT", "localhost:4566")))
        .isEqualTo("hydrant.kms.endpoint must be like http://127.0.0.1:4566, not localhost:4566.");
  }

  @Test
  void the_endpoint_of_traces_has_a_scheme_and_a_host_and_the_ratio_is_a_part() {
    assertThat(error(Map.of("HYDRANT_TRACES_ENDPOINT", "collector:4318")))
        .isEqualTo(
            "hydrant.traces.endpoint must be like http://127.0.0.1:4318/v1/traces, not"
                + " collector:4318.");
    assertThat(error(Map.of("HYDRANT_TRACES_RATIO", "1.5")))
        .isEqualTo("hydrant.traces.ratio must be from 0 to 1, not 1.5.");
  }

  @Test
  void an_account_has_twelve_digits_and_a_data_key_is_cached_for_a_while() {
    assertThat(error(Map.of("HYDRANT_ACCOUNT", "12345")))
        .isEqualTo("hydrant.account must be a 12-digit number, not 12345.");
    assertThat(error(Map.of("HYDRANT_KMS_DATA_KEY_CACHE", "99ms")))
        .isEqualTo("hydrant.kms.data-key-cache must be at least 100ms.");
    assertThat(error(Map.of("HYDRANT_PORT", "65536")))
        .isEqualTo("hydrant.port must be from 0 to 65535, not 65536.");
  }

  @Test
  void the_catalog_of_tables_is_an_endpoint_or_a_folder() {
    assertThat(error(Map.of("HYDRANT_GLUE_ENDPOINT", "127.0.0.1:4566")))
        .isEqualTo("hydrant.glue.endpoint must be like http://127.0.0.1:4566, not 127.0.0.1:4566.");
    assertThat(
            error(
                Map.of(
                    "HYDRANT_GLUE_ENDPOINT",
                    "http://127.0.0.1:4566",
                    "HYDRANT_GLUE_TABLES",
                    "tables")))
        .isEqualTo("hydrant.glue.endpoint and hydrant.glue.tables cannot both be set.");
  }
}
