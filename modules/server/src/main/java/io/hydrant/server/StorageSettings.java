package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of what a node stores.
 *
 * @param data the data folder
 * @param postgreSql the journal's database; empty for LevelDB in the data folder
 * @param auditBytesMax the bytes of failed calls that are kept; 0 for none
 */
public record StorageSettings(
    Path data, Optional<PostgreSqlSettings> postgreSql, long auditBytesMax) {
  static StorageSettings of(Config hydrant) throws NodeStartException {
    return new StorageSettings(
        Path.of(hydrant.getString("data")),
        postgreSql(hydrant),
        hydrant.getBytes("audit.bytes-max"));
  }

  private static Optional<PostgreSqlSettings> postgreSql(Config hydrant) throws NodeStartException {
    String storage = ConfigReader.choice(hydrant, "storage", "leveldb", "postgresql");
    boolean migrate = ConfigReader.choice(hydrant, "postgresql.migrate", "on", "off").equals("on");
    if (storage.equals("leveldb")) {
      return Optional.empty();
    }
    String url = hydrant.getString("postgresql.url");
    ConfigReader.check(
        url.startsWith("jdbc:postgresql:"),
        "hydrant.postgresql.url must be like jdbc:postgresql://127.0.0.1:5432/hydrant.");
    return Optional.of(
        new PostgreSqlSettings(
            url,
            hydrant.getString("postgresql.user"),
            hydrant.getString("postgresql.password"),
            migrate));
  }
}
