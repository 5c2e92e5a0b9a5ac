package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.hydrant.http.auth.identity.UnknownKeys;
import io.hydrant.http.connection.ConnectionBounds;
import io.hydrant.runtime.cluster.ClusterSettings;
import io.hydrant.runtime.kms.ExternalKmsSettings;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.server.tracing.TraceSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources of a setting, and which of them wins. */
class SettingsSourcesTest {
  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("hydrant.conf"), text);
  }

  private static String error(Optional<Path> file, Map<String, String> environment) {
    NodeStartException thrown =
        catchThrowableOfType(
            NodeStartException.class, () -> Settings.load(file, Map.of(), environment));
    assertThat(thrown).isNotNull();
    return thrown.getMessage();
  }

  @Test
  void the_environment_wins_over_the_file_and_a_flag_over_the_environment() throws Exception {
    Optional<Path> file =
        Optional.of(file("hydrant { port = 5000, host = \"::1\", account = \"111122223333\" }"));
    Map<String, String> environment = Map.of("HYDRANT_PORT", "6000", "HYDRANT_HOST", "0.0.0.0");
    Settings settings = Settings.load(file, Map.of("hydrant.port", 7000), environment);
    assertThat(settings.listener().http().port()).isEqualTo(7000);
    assertThat(settings.listener().http().host()).isEqualTo("0.0.0.0");
    assertThat(settings.listener().http().account()).isEqualTo("111122223333");
  }

  @Test
  void every_environment_variable_reaches_its_setting() throws Exception {
    Settings settings =
        Settings.load(
            Optional.of(file("")),
            Map.of(),
            Map.ofEntries(
                Map.entry("HYDRANT_HOST", "0.0.0.0"),
                Map.entry("HYDRANT_PORT", "0"),
                Map.entry("HYDRANT_HOSTS", "hydrant, hydrant.example"),
                Map.entry("HYDRANT_HTTP_CONNECTIONS_MAX", "10"),
                Map.entry("HYDRANT_HTTP_IDLE_TIMEOUT", "11s"),
                Map.entry("HYDRANT_HTTP_REQUEST_TIMEOUT", "12s"),
                Map.entry("HYDRANT_DATA", "/srv/hydrant"),
                Map.entry("HYDRANT_STORAGE", "postgresql"),
                Map.entry("HYDRANT_POSTGRESQL_URL", "jdbc:postgresql://db/hydrant"),
                Map.entry("HYDRANT_POSTGRESQL_USER", "team"),
                Map.entry("HYDRANT_POSTGRESQL_PASSWORD", "secret"),
                Map.entry("HYDRANT_POSTGRESQL_MIGRATE", "off"),
                Map.entry("HYDRANT_CLUSTER_SEEDS", "node-1:24573, node-2:24573"),
                Map.entry("HYDRANT_CLUSTER_HOST", "node-2"),
                Map.entry("HYDRANT_CLUSTER_PORT", "24574"),
                Map.entry("HYDRANT_CLUSTER_TLS_CERTIFICATE", "/etc/node.pem"),
                Map.entry("HYDRANT_CLUSTER_TLS_KEY", "/etc/node.key"),
                Map.entry("HYDRANT_CLUSTER_TLS_AUTHORITY", "/etc/ca.pem"),
                Map.entry("HYDRANT_S3_FOLDER", "/srv/objects"),
                Map.entry("HYDRANT_S3_ENCRYPT_AT_REST", "on"),
                Map.entry("HYDRANT_ACCOUNT", "123456789012"),
                Map.entry("HYDRANT_IDENTITIES", "/etc/identities.json"),
                Map.entry("HYDRANT_AUTH_UNKNOWN_KEYS", "reject"),
                Map.entry("HYDRANT_AUTH_SIGNATURES", "on"),
                Map.entry("HYDRANT_KMS_ROOT_KEY", "a2V5"),
                Map.entry("HYDRANT_KMS_DATA_KEY_CACHE", "2s"),
                Map.entry("HYDRANT_KMS_ENDPOINT", "http://127.0.0.1:4566"),
                Map.entry("HYDRANT_KMS_REGION", "eu-west-2"),
                Map.entry("HYDRANT_KMS_GRANTEE_PRINCIPAL", "arn:aws:iam::123456789012:role/r"),
                Map.entry("HYDRANT_S3_ENDPOINT", "http://127.0.0.1:9000"),
                Map.entry("HYDRANT_S3_REGION", "eu-west-1"),
                Map.entry("HYDRANT_GLUE_TABLES", "/srv/tables"),
                Map.entry("HYDRANT_RESET_ENABLED", "false"),
                Map.entry("HYDRANT_STREAMS_MAX", "7"),
                Map.entry("HYDRANT_STREAMS_CREATING_DURATION", "1s"),
                Map.entry("HYDRANT_ENCRYPTION_ENABLING_DURATION", "3s"),
                Map.entry("HYDRANT_ENCRYPTION_DISABLING_DURATION", "4s"),
                Map.entry("HYDRANT_BUFFER_BYTES_MAX", "1MiB"),
                Map.entry("HYDRANT_API_BODY_BYTES_MAX", "2MiB"),
                Map.entry("HYDRANT_TRACES_ENDPOINT", "http://127.0.0.1:4318/v1/traces"),
                Map.entry("HYDRANT_TRACES_RATIO", "0.5"),
                Map.entry("HYDRANT_TRACES_SERVICE", "firehose"),
                Map.entry("HYDRANT_LOG_LEVEL", "debug"),
                // A shell exports functions under names like this one.
                Map.entry("BASH_FUNC_x%%", "() { :; }")));
    assertThat(settings.listener().http().host()).isEqualTo("0.0.0.0");
    assertThat(settings.listener().http().port()).isZero();
    assertThat(settings.listener().http().hosts())
        .containsExactlyInAnyOrder("hydrant", "hydrant.example");
    assertThat(settings.listener().http().connections())
        .isEqualTo(new ConnectionBounds(10, Duration.ofSeconds(11), Duration.ofSeconds(12)));
    assertThat(settings.storage().data()).isEqualTo(Path.of("/srv/hydrant"));
    assertThat(settings.listener().http().account()).isEqualTo("123456789012");
    assertThat(settings.storage().postgreSql())
        .contains(new PostgreSqlSettings("jdbc:postgresql://db/hydrant", "team", "secret", false));
    assertThat(settings.cluster())
        .isEqualTo(
            new ClusterSettings(
                "node-2",
                24574,
                List.of("node-1:24573", "node-2:24573"),
                Optional.of(
                    new ClusterSettings.ClusterTls(
                        Path.of("/etc/node.pem"),
                        Path.of("/etc/node.key"),
                        Path.of("/etc/ca.pem")))));
    assertThat(settings.s3().folder()).contains(Path.of("/srv/objects"));
    assertThat(settings.s3().encryptAtRest()).isTrue();
    assertThat(settings.glue())
        .isEqualTo(new GlueSettings(Optional.empty(), Optional.of(Path.of("/srv/tables"))));
    assertThat(settings.auth())
        .isEqualTo(
            new AuthSettings(
                Optional.of(Path.of("/etc/identities.json")), UnknownKeys.REJECT, true));
    assertThat(settings.kms().rootKey()).contains("a2V5");
    assertThat(settings.traces())
        .contains(
            new TraceSettings(URI.create("http://127.0.0.1:4318/v1/traces"), 0.5, "firehose"));
    assertThat(settings.kms().dataKeyCache()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.kms().external())
        .contains(
            new ExternalKmsSettings(
                URI.create("http://127.0.0.1:4566"),
                Optional.of("eu-west-2"),
                "arn:aws:iam::123456789012:role/r"));
    assertThat(settings.s3().external())
        .contains(new S3Settings.External("http://127.0.0.1:9000", "eu-west-1"));
    assertThat(settings.admin().resetEnabled()).isFalse();
    assertThat(settings.streams().max()).isEqualTo(7);
    assertThat(settings.streams().delays().creating()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.streams().delays().enabling()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.streams().delays().disabling()).isEqualTo(Duration.ofSeconds(4));
    assertThat(settings.streams().pendingBytesMax()).isEqualTo(1024L * 1024);
    assertThat(settings.listener().http().apiBodyBytesMax()).isEqualTo(2L * 1024 * 1024);
    assertThat(settings.log().level()).isEqualTo("DEBUG");
  }

  @Test
  void a_mistyped_setting_is_an_error() throws Exception {
    assertThat(error(Optional.of(file("hydrant.prot = 1")), Map.of()))
        .isEqualTo(
            "There is no setting hydrant.prot; config/hydrant.conf lists those that there are.");
  }

  @Test
  void no_spans_are_sent_without_an_endpoint() throws Exception {
    assertThat(Settings.load(Optional.of(file("")), Map.of(), Map.of()).traces()).isEmpty();
  }

  @Test
  void the_error_of_a_file_that_cannot_be_parsed_has_its_place_and_not_its_text() throws Exception {
    String sentence = error(Optional.of(file("hydrant.kms.root-key \"dG9wc2VjcmV0\"\n")), Map.of());
    assertThat(sentence).contains("hydrant.conf").doesNotContain("dG9wc2VjcmV0");
    assertThat(sentence.lines()).hasSize(1);
  }

  @Test
  void the_commented_file_and_the_table_of_settings_name_every_setting() throws Exception {
    Path top = Path.of("..", "..");
    String uncommented =
        Files.readString(top.resolve("config/hydrant.conf")).replace("# hydrant.", "hydrant.");
    Config shown = ConfigFactory.parseString(uncommented).getConfig("hydrant");
    Config defaults = ConfigFactory.defaultReferenceUnresolved().getConfig("hydrant");
    assertThat(shown).isEqualTo(defaults);
    String table = Files.readString(top.resolve("config/README.md"));
    Matcher row = Pattern.compile("(?m)^\\| `hydrant\\.([\\w.-]+)` \\| ").matcher(table);
    assertThat(row.results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            defaults.entrySet().stream().map(Map.Entry::getKey).toList());
  }
}
