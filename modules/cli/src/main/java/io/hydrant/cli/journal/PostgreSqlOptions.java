package io.hydrant.cli.journal;

import io.hydrant.replay.archive.JournalWriter;
import io.hydrant.replay.archive.PostgreSqlImport;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.PostgreSqlJournal;
import io.hydrant.replay.source.UnreadableJournalException;
import io.hydrant.runtime.storage.PostgreSqlSettings;
import io.hydrant.runtime.storage.Storage;
import io.hydrant.runtime.storage.StorageException;
import picocli.CommandLine.Option;

/** The options of a PostgreSQL database that holds a journal. */
final class PostgreSqlOptions {
  @Option(
      names = "--postgresql",
      required = true,
      paramLabel = "URL",
      description = "Instead: jdbc:postgresql://localhost/hydrant")
  private String url;

  @Option(
      names = "--postgresql-user",
      paramLabel = "NAME",
      defaultValue = "hydrant",
      description = "Default: ${DEFAULT-VALUE}")
  private String user;

  @Option(
      names = "--postgresql-password",
      paramLabel = "PASSWORD",
      defaultValue = "${env:HYDRANT_POSTGRESQL_PASSWORD:-}",
      description = "Better given as HYDRANT_POSTGRESQL_PASSWORD")
  private String password;

  JournalSource open() {
    return PostgreSqlJournal.open(url, user, password);
  }

  /** Opens the database for an import, and creates missing tables. */
  JournalWriter target() {
    try {
      Storage.postgreSql(new PostgreSqlSettings(url, user, password, true)).prepare();
    } catch (StorageException e) {
      throw new UnreadableJournalException(e.getMessage(), e);
    }
    return PostgreSqlImport.into(url, user, password);
  }
}
