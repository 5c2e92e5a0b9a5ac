package io.hydrant.replay.source;

import io.hydrant.core.id.Bytes;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.DatabaseAudit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The journal in a PostgreSQL, whether nodes run on it or not: the tables of
 * pekko-persistence-jdbc, and the calls that its nodes have refused.
 */
public final class PostgreSqlJournal implements JournalSource {
  /**
   * Rows that are fetched at a time: histories may be long, and a row may hold 4 MiB of records.
   */
  private static final int ROWS = 64;

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
      // Only so does the driver fetch rows in portions.
      connection.setAutoCommit(false);
      return new PostgreSqlJournal(connection);
    } catch (SQLException e) {
      throw new UnreadableJournalException(
          "The database " + address(url) + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** The URL without its parameters, one of which may be a password. */
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
  public void history(String entity, Consumer<StoredEvent> each) {
    part(entity, 0, Integer.MAX_VALUE, each);
  }

  @Override
  public void part(String entity, long after, int max, Consumer<StoredEvent> each) {
    try {
      Optional<StoredEvent> carriedOver =
          snapshot(entity).filter(stored -> stored.number() > after && max > 0);
      carriedOver.ifPresent(each);
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT sequence_number, event_ser_manifest, event_payload FROM event_journal"
                  + " WHERE persistence_id = ? AND sequence_number > ? AND NOT deleted"
                  + " ORDER BY sequence_number LIMIT ?")) {
        query.setFetchSize(ROWS);
        query.setString(1, entity);
        query.setLong(2, carriedOver.map(StoredEvent::number).orElse(after));
        query.setInt(3, carriedOver.isPresent() ? max - 1 : max);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            each.accept(stored(entity, rows));
          }
        }
      }
    } catch (SQLException e) {
      throw unreadable(entity, e);
    }
  }

  private Optional<StoredEvent> snapshot(String entity) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sequence_number, snapshot_ser_manifest, snapshot_payload FROM snapshot"
                + " WHERE persistence_id = ? ORDER BY sequence_number DESC LIMIT 1")) {
      query.setString(1, entity);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(stored(entity, rows)) : Optional.empty();
      }
    }
  }

  private static StoredEvent stored(String entity, ResultSet row) throws SQLException {
    return new StoredEvent(entity, row.getLong(1), row.getString(2), Bytes.wrap(row.getBytes(3)));
  }

  private static UnreadableJournalException unreadable(String where, SQLException cause) {
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
