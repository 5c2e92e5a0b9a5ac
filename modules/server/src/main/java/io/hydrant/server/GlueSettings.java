package io.hydrant.server;

import com.typesafe.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of the Glue catalog, which has the tables of format conversions. Without both, no
 * table can be found.
 *
 * @param endpoint an API of Glue, which is called with the credentials of the AWS SDK's default
 *     chain
 * @param tables a folder of tables
 */
public record GlueSettings(Optional<URI> endpoint, Optional<Path> tables) {
  private static final Pattern HTTP = Pattern.compile("https?://[a-zA-Z0-9.\\[\\]:-]+/?");

  static GlueSettings of(Config hydrant) throws NodeStartException {
    GlueSettings settings =
        new GlueSettings(
            ConfigReader.text(hydrant, "glue.endpoint", HTTP, "like http://127.0.0.1:4566")
                .map(URI::create),
            ConfigReader.text(hydrant, "glue.tables")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize()));
    ConfigReader.check(
        settings.endpoint().isEmpty() || settings.tables().isEmpty(),
        "hydrant.glue.endpoint and hydrant.glue.tables cannot both be set.");
    return settings;
  }
}
