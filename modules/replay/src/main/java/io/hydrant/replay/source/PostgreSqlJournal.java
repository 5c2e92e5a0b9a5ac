package io.hydrant.replay.source;

import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.DatabaseAudit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal in a PostgreSQL database, with or without running nodes: the tables of
 * pekko-persistence-jdbc and the calls that the nodes have refused.
 */
public final class PostgreSqlJournal implements JournalSource {
  private final Connection connection;

  private PostgreSqlJournal(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param url for example {@code jdbc:postgresql://127.0.0.1/hydrant}
   * @throws UnreadableJournalException where there is no such database
   */
  public static PostgreSqlJournal open(String url, String user, String password) {
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      connection.setReadOnly(true);
      // The driver fetches rows in portions only inside a transaction.
      connection.setAutoCommit(false);
      return new PostgreSqlJournal(connection);
    } catch (SQLException e) {
      throw new UnreadableJournalException(
          "The database " + address(url) + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Returns the URL without its parameters, one of which may be a password. */
  public static String address(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public List<String> entities() {
    List<String> entities = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT persistence_id FROM event_journal WHERE persistence_id LIKE '%|%'"
                    + " UNION SELECT persistence_id FROM snapshot"
                    + " WHERE persistence_id LIKE '%|%'");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entities.add(rows.getString(1));
      }
      entities.sort(null);
      return entities;
    } catch (SQLException e) {
      throw unreadable("the directory of entities", e);
    }
  }

  @Override
  public Cursor open(String entity, long after, int max) {
    try {
      return new PostgreSqlCursor(connection, entity, after, max);
    } catch (SQLException e) {
      throw unreadable(entity, e);
    }
  }

  static UnreadableJournalException unreadable(String where, SQLException cause) {
    return new UnreadableJournalException(
        "The database cannot be read at " + where + ": " + cause.getMessage(), cause);
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    try {
      return DatabaseAudit.list(connection);
    } catch (SQLException e) {
      throw unreadable("the refused calls", e);
    }
  }

  @Override
  public List<AuditEntry> refusedCallsAsKept() {
    try {
      return DatabaseAudit.listAsKept(connection);
    } catch (SQLException e) {
      throw unreadable("the refused calls", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable("its end", e);
    }
  }
}
