package io.hydrant.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void the_defaults_are_those_of_the_readme() throws Exception {
    Settings settings = Settings.load(Optional.empty(), Map.of());
    assertThat(settings.listener().http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.listener().http().port()).isEqualTo(4573);
    assertThat(settings.storage().data()).isEqualTo(Path.of("./hydrant-data"));
    assertThat(settings.listener().http().account()).isEqualTo("000000000000");
    assertThat(settings.kms().rootKey()).isEmpty();
    assertThat(settings.kms().dataKeyCache()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.kms().external()).isEmpty();
    assertThat(settings.s3().external()).isEmpty();
    assertThat(settings.s3().encryptAtRest()).isFalse();
    assertThat(settings.admin().resetEnabled()).isTrue();
    assertThat(settings.streams().delays().creating()).isEqualTo(Duration.ofMillis(100));
    assertThat(settings.streams().delays().enabling()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.streams().delays().disabling()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.streams().max()).isEqualTo(5000);
    assertThat(settings.streams().pendingBytesMax()).isEqualTo(256L * 1024 * 1024);
    assertThat(settings.listener().http().apiBodyBytesMax()).isEqualTo(10L * 1024 * 1024);
  }

  @Test
  void a_flag_wins_over_the_file_and_the_file_over_the_defaults(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("hydrant.conf");
    Files.writeString(file, "hydrant { port = 5000, account = \"111122223333\" }");
    Settings settings = Settings.load(Optional.of(file), Map.of("hydrant.port", 6000));
    assertThat(settings.listener().http().port()).isEqualTo(6000);
    assertThat(settings.listener().http().account()).isEqualTo("111122223333");
    assertThat(settings.listener().http().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void every_setting_has_an_environment_variable_named_after_it() {
    assertThat(Settings.variables())
        .hasSameSizeAs(ConfigSources.keys())
        .contains("HYDRANT_PORT", "HYDRANT_KMS_ROOT_KEY", "HYDRANT_STREAMS_PER_KEY_MAX")
        .allMatch(name -> name.matches("HYDRANT_[A-Z0-9_]+"));
  }

  @Test
  void a_wrong_value_is_reported_with_the_name_of_its_setting() {
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
    assertThat(settings.kms().toString()).doesNotContain("c2VjcmV0");
  }
}
