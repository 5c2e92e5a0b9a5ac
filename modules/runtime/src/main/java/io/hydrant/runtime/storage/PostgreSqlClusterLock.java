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
 * An advisory lock of the database: members share it, who founds a cluster has it alone. It goes
 * with the connection, so a node that dies lets go of it.
 */
final class PostgreSqlClusterLock implements ClusterLock {
  private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlClusterLock.class);

  /** "Hydrant": a number that no other program uses in this database. */
  private static final long LOCK = 0x48796472616E74L;

  private static final long LOOK_MILLIS = 500;
  private static final int TIMEOUT_SECONDS = 5;

  /** The database learns within half a minute that a node's machine has gone. */
  private static final String KEEP_ALIVE =
      "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4";

  private final PostgreSqlSettings settings;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(PostgreSqlClusterLock::thread);
  private Optional<Connection> connection = Optional.empty();
  private boolean alone;
  private boolean shared;

  PostgreSqlClusterLock(PostgreSqlSettings settings) {
    this.settings = settings;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "presence");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized boolean tryExclusive() {
    try {
      alone = (alone && isConnected()) || answer("pg_try_advisory_lock");
      return alone;
    } catch (SQLException e) {
      LOG.warn("The database cannot tell whether other nodes are there: {}", e.getMessage());
      letGo();
      return false;
    }
  }

  @Override
  public void holdShared() {
    keep();
    var unused =
        looks.scheduleWithFixedDelay(this::keep, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Holds the lock together with the others, and takes it again after the connection was lost. */
  private synchronized void keep() {
    try {
      if (shared && isConnected()) {
        return;
      }
      if (!isConnected()) {
        letGo();
      }
      shared = answer("pg_try_advisory_lock_shared");
      if (shared && alone) {
        alone = !answer("pg_advisory_unlock");
      }
    } catch (SQLException e) {
      // The database is away, and is asked again.
      letGo();
    }
  }

  private boolean isConnected() throws SQLException {
    return connection.isPresent() && connection.get().isValid(TIMEOUT_SECONDS);
  }

  private boolean answer(String function) throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(connect());
    }
    try (Statement statement = connection.get().createStatement();
        ResultSet row = statement.executeQuery("SELECT " + function + "(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", "hydrant presence");
    properties.setProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(TIMEOUT_SECONDS));
    Connection made = DriverManager.getConnection(settings.url(), properties);
    try (Statement statement = made.createStatement()) {
      statement.execute(KEEP_ALIVE);
      return made;
    } catch (SQLException e) {
      made.close();
      throw e;
    }
  }

  private void letGo() {
    shared = false;
    alone = false;
    Optional<Connection> had = connection;
    connection = Optional.empty();
    had.ifPresent(
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
    looks.shutdownNow();
    synchronized (this) {
      letGo();
    }
  }
}
