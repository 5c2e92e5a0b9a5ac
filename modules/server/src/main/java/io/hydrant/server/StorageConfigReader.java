package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import java.util.Optional;

/** The settings that say where the journal is. */
final class StorageConfigReader {
  private StorageConfigReader() {}

  /** Empty where the journal is in the data folder. */
  static Optional<PostgreSqlSettings> postgreSql(Config hydrant) throws NodeStartException {
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
