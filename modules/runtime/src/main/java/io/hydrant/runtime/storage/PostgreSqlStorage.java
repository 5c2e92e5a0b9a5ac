package io.hydrant.runtime.storage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Stores the journal in tables of a database. Flyway updates them; nodes that start together wait
 * for each other.
 */
record PostgreSqlStorage(PostgreSqlSettings settings) implements Storage {
  private static final String PLACE = "pekko-persistence-jdbc.shared-databases.slick.db.";
  private static final int CONNECT_RETRIES = 10;
  private static final Duration CONNECT_INTERVAL = Duration.ofSeconds(1);

  /** "HydrantM": the advisory lock of the node that updates the tables. */
  private static final long MIGRATION_LOCK = 0x48796472616E744DL;

  /** The SQL state that the migration V5 raises. */
  private static final String EARLIER_JOURNAL = "HYD01";

  @Override
  public Config config() {
    return ConfigFactory.parseMap(
            Map.of(
                PLACE + "url",
                settings.url(),
                PLACE + "user",
                settings.user(),
                PLACE + "password",
                settings.password(),
                ReadJournals.KEY,
                "jdbc-read-journal"))
        .withFallback(ConfigFactory.parseResources("hydrant-postgresql.conf"));
  }

  @Override
  public void prepare() {
    if (!settings.migrate()) {
      return;
    }
    // Without the lock Flyway fails in one of two nodes that find an empty database together.
    try (Connection connection = connectPatiently();
        Statement lock = connection.createStatement()) {
      lock.execute("SELECT pg_advisory_lock(" + MIGRATION_LOCK + ")");
      migrate();
    } catch (SQLException e) {
      throw outdated(e);
    } catch (FlywayException e) {
      if (hasState(e, EARLIER_JOURNAL)) {
        throw new StorageException(
            "The journal in "
                + settings.address()
                + " was written by a build of 0.1.0 whose events this build cannot read; use"
                + " another database or empty this one.",
            e);
      }
      throw outdated(e);
    }
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("classpath:io/hydrant/postgresql")
        .table("hydrant_schema")
        // The database may contain other tables.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private StorageException outdated(Exception cause) {
    return new StorageException(
        "The tables in "
            + settings.address()
            + " could not be brought up to date: "
            + reason(cause)
            + ". Is PostgreSQL running, and are user and password correct?",
        cause);
  }

  /** Connects to a database that may still be starting. */
  private Connection connectPatiently() throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return connect();
      } catch (SQLException e) {
        if (attempt > CONNECT_RETRIES) {
          throw e;
        }
        LockSupport.parkNanos(CONNECT_INTERVAL.toNanos());
      }
    }
  }

  private static boolean hasState(Throwable failure, String state) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && state.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void bindRootKey(String rootKey) {
    if (!rootKey.equals(firstOr(rootKey))) {
      throw new StorageException(
          "The keys in "
              + settings.address()
              + " are wrapped under another KMS root key; give all nodes that use it the same"
              + " one.");
    }
  }

  private String firstOr(String rootKey) {
    try (Connection connection = connect();
        PreparedStatement first =
            connection.prepareStatement(
                "INSERT INTO root_key (fingerprint) VALUES (?) ON CONFLICT DO NOTHING");
        Statement which = connection.createStatement()) {
      first.setString(1, rootKey);
      first.executeUpdate();
      try (ResultSet row = which.executeQuery("SELECT fingerprint FROM root_key")) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  @Override
  public ClusterLock clusterLock() {
    return new PostgreSqlClusterLock(settings);
  }

  @Override
  public List<String> entitiesToStart() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT persistence_id FROM entity_to_start")) {
      List<String> entities = new ArrayList<>();
      while (rows.next()) {
        entities.add(rows.getString(1));
      }
      return entities;
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  @Override
  public void markStarted(String entity) {
    try (Connection connection = connect();
        PreparedStatement row =
            connection.prepareStatement("DELETE FROM entity_to_start WHERE persistence_id = ?")) {
      row.setString(1, entity);
      row.executeUpdate();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private StorageException unusable(SQLException cause) {
    return new StorageException(
        "The tables in " + settings.address() + " cannot be used: " + reason(cause) + ".", cause);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }

  /** Returns the first line of the innermost cause, without a full stop. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage())
        .lines()
        .findFirst()
        .map(line -> line.replaceFirst("\\.$", ""))
        .orElse("no reason given");
  }

  @Override
  public void empty() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "TRUNCATE event_journal, event_tag, snapshot, root_key, entity_to_start, failed_call");
    } catch (SQLException e) {
      throw new StorageException("The tables in " + settings.address() + " were not emptied", e);
    }
  }

  @Override
  public String describe() {
    return "PostgreSQL at " + settings.address().replaceFirst("^jdbc:", "");
  }
}
