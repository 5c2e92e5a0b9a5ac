package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void the_defaults_are_those_of_the_readme() throws Exception {
    Settings settings = Settings.load(Optional.empty(), Map.of());
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(4573);
    assertThat(settings.data()).isEqualTo(Path.of("./hydrant-data"));
    assertThat(settings.account()).isEqualTo("000000000000");
    assertThat(settings.kmsRootKey()).isEmpty();
    assertThat(settings.dataKeyCache()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.externalKms()).isEmpty();
    assertThat(settings.s3()).isEmpty();
    assertThat(settings.resetEnabled()).isTrue();
    assertThat(settings.pace().creating()).isEqualTo(Duration.ofMillis(100));
    assertThat(settings.pace().enabling()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.pace().disabling()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.streamsMax()).isEqualTo(5000);
    assertThat(settings.pendingBytesMax()).isEqualTo(256L * 1024 * 1024);
    assertThat(settings.apiBodyBytesMax()).isEqualTo(10L * 1024 * 1024);
  }

  @Test
  void a_flag_wins_over_the_file_and_the_file_over_the_defaults(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("hydrant.conf");
    Files.writeString(file, "hydrant { port = 5000, account = \"111122223333\" }");
    Settings settings = Settings.load(Optional.of(file), Map.of("hydrant.port", 6000));
    assertThat(settings.port()).isEqualTo(6000);
    assertThat(settings.account()).isEqualTo("111122223333");
    assertThat(settings.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void every_setting_has_an_environment_variable_named_after_it() throws Exception {
    var defaults = ConfigFactory.defaultReferenceUnresolved().getConfig("hydrant").root();
    String environment =
        new String(
            getClass().getResourceAsStream("/hydrant-environment.conf").readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    var keys =
        defaults.toConfig().entrySet().stream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys).isNotEmpty();
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(environment)
                    .contains(
                        key
                            + " = ${?HYDRANT_"
                            + key.toUpperCase(java.util.Locale.ROOT)
                                .replace('.', '_')
                                .replace('-', '_')
                            + "}"));
  }

  @Test
  void what_is_wrong_is_told_by_its_name() {
    assertThatThrownBy(() -> Settings.load(Optional.empty(), Map.of("hydrant.account", "me")))
        .isInstanceOf(NodeStartException.class)
        .hasMessage("hydrant.account must be a 12-digit number, not me.");
    assertThatThrownBy(() -> Settings.load(Optional.empty(), Map.of("hydrant.port", "many")))
        .isInstanceOf(NodeStartException.class)
        .hasMessageContaining("port");
    assertThatThrownBy(() -> Settings.load(Optional.of(Path.of("no-such-file")), Map.of()))
        .isInstanceOf(NodeStartException.class)
        .hasMessageContaining("no-such-file");
  }

  @Test
  void a_root_key_is_never_printed() throws Exception {
    Settings settings = Settings.load(Optional.empty(), Map.of("hydrant.kms.root-key", "c2VjcmV0"));
    assertThat(settings.toString()).doesNotContain("c2VjcmV0");
  }
}
