package io.hydrant.runtime.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advisory lock of the database. The members of a cluster share it; a node that founds a cluster
 * holds it exclusively. The lock belongs to the connection, so the database releases it when a node
 * dies.
 */
final class PostgreSqlClusterLock implements ClusterLock {
  private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlClusterLock.class);

  /** "Hydrant": a number that no other program uses in this database. */
  static final long LOCK = 0x48796472616E74L;

  private static final long CHECK_MILLIS = 500;
  private static final int TIMEOUT_SECONDS = 5;

  /** The database learns within half a minute that a node's machine has gone. */
  private static final String KEEP_ALIVE =
      "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4";

  private final Database database;
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(PostgreSqlClusterLock::thread);
  private Optional<Connection> connection = Optional.empty();
  private boolean exclusive;
  private boolean shared;

  /** Opens connections to the database. */
  @FunctionalInterface
  interface Database {
    Connection connect() throws SQLException;
  }

  PostgreSqlClusterLock(PostgreSqlSettings settings) {
    this(() -> connect(settings));
  }

  PostgreSqlClusterLock(Database database) {
    this.database = database;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "cluster-lock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized boolean tryExclusive() {
    try {
      exclusive = (exclusive && isConnected()) || call("pg_try_advisory_lock");
      return exclusive;
    } catch (SQLException e) {
      LOG.warn("The database does not answer which nodes hold the lock: {}", e.getMessage());
      disconnect();
      return false;
    }
  }

  @Override
  public void holdShared() {
    renew();
    var unused =
        checks.scheduleWithFixedDelay(
            this::renew, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Takes the shared lock, also again after the connection was lost. */
  synchronized void renew() {
    try {
      if (shared && isConnected()) {
        return;
      }
      if (!isConnected()) {
        disconnect();
      }
      shared = call("pg_try_advisory_lock_shared");
      if (shared && exclusive) {
        exclusive = !call("pg_advisory_unlock");
      }
    } catch (SQLException e) {
      // The database does not answer; the next check connects again.
      disconnect();
    }
  }

  private boolean isConnected() throws SQLException {
    return connection.isPresent() && connection.get().isValid(TIMEOUT_SECONDS);
  }

  private boolean call(String function) throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(database.connect());
    }
    try (Statement statement = connection.get().createStatement();
        ResultSet row = statement.executeQuery("SELECT " + function + "(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static Connection connect(PostgreSqlSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", "hydrant cluster lock");
    properties.setProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(TIMEOUT_SECONDS));
    Connection opened = DriverManager.getConnection(settings.url(), properties);
    try (Statement statement = opened.createStatement()) {
      statement.execute(KEEP_ALIVE);
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  private void disconnect() {
    shared = false;
    exclusive = false;
    Optional<Connection> lost = connection;
    connection = Optional.empty();
    lost.ifPresent(
        each -> {
          try {
            each.close();
          } catch (SQLException e) {
            LOG.debug("A connection was lost: {}", e.getMessage());
          }
        });
  }

  @Override
  public void close() {
    checks.shutdownNow();
    synchronized (this) {
      disconnect();
    }
  }
}
