package io.hydrant.replay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hydrant.api.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the refused calls of all nodes in the database that they share. */
public final class DatabaseAudit implements AuditStore {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAudit.class);

  /** The approximate size of an entry, since the setting counts bytes. */
  private static final long ENTRY_BYTES = 1024;

  /** The number of new entries after which the oldest ones are deleted. */
  private static final int TRIMMED_EACH = 500;

  private static final int TIMEOUT_SECONDS = 5;

  private final String url;
  private final Properties properties = new Properties();
  private final long entriesMax;
  private Optional<Connection> connection = Optional.empty();
  private int appended;

  /**
   * @param bytesMax the size of all entries at most; 0 keeps nothing
   */
  public DatabaseAudit(String url, String user, String password, long bytesMax) {
    this.url = url;
    this.entriesMax = bytesMax / ENTRY_BYTES;
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "hydrant refused calls");
    properties.setProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(TIMEOUT_SECONDS));
  }

  @Override
  public synchronized void append(AuditEntry entry) throws IOException {
    if (entriesMax == 0) {
      return;
    }
    try {
      if (connection.isEmpty()) {
        connection = Optional.of(DriverManager.getConnection(url, properties));
      }
      append(connection.get(), entry);
      if (++appended % TRIMMED_EACH == 0) {
        trim(connection.get());
      }
    } catch (SQLException e) {
      close();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Appends an entry through a given connection. */
  public static void append(Connection connection, AuditEntry entry) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO failed_call (entry) VALUES (?)")) {
      row.setString(1, entry.json().toString());
      row.executeUpdate();
    }
  }

  private void trim(Connection open) throws SQLException {
    try (PreparedStatement rows =
        open.prepareStatement(
            "DELETE FROM failed_call WHERE number <="
                + " (SELECT number FROM failed_call ORDER BY number DESC OFFSET ? LIMIT 1)")) {
      rows.setLong(1, entriesMax);
      rows.executeUpdate();
    }
  }

  /** Returns the calls that are kept in that database, oldest first. */
  public static List<AuditEntry> list(Connection connection) throws SQLException {
    List<AuditEntry> entries = listAsKept(connection);
    // Each node writes on its own thread, so a later call of one node may be stored first.
    entries.sort(Comparator.comparing(AuditEntry::at));
    return entries;
  }

  /** Returns the same calls in the order in which they were stored. */
  public static List<AuditEntry> listAsKept(Connection connection) throws SQLException {
    List<AuditEntry> entries = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT entry FROM failed_call ORDER BY number");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        AuditEntry.of(Json.MAPPER.readTree(rows.getString(1))).ifPresent(entries::add);
      }
      return entries;
    } catch (JsonProcessingException e) {
      throw new SQLException("a refused call is no JSON", e);
    }
  }

  @Override
  public String place() {
    return "the database";
  }

  @Override
  public synchronized void close() {
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
}
