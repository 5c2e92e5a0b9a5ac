package io.hydrant.replay.archive;

import io.hydrant.core.EntityTypes;
import io.hydrant.journal.JournalSerializer;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.DatabaseAudit;
import io.hydrant.replay.source.PostgreSqlJournal;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes events into the tables of pekko-persistence-jdbc, in one transaction: all of them or none.
 */
public final class PostgreSqlImport implements JournalWriter {
  private final Connection connection;
  private final String writer = UUID.randomUUID().toString();
  private final Set<String> begun = new HashSet<>();

  private PostgreSqlImport(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws UnreadableJournalException where there are events already, or no tables
   */
  public static PostgreSqlImport into(String url, String user, String password) {
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      connection.setAutoCommit(false);
      try (PreparedStatement query =
              connection.prepareStatement("SELECT 1 FROM event_journal LIMIT 1");
          ResultSet rows = query.executeQuery()) {
        if (rows.next()) {
          connection.close();
          throw new UnreadableJournalException(
              "There are events in "
                  + PostgreSqlJournal.address(url)
                  + " already; import into an empty database.");
        }
      }
      return new PostgreSqlImport(connection);
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  /** Returns true for streams and buffers, which have work of their own; others wait for a call. */
  private static boolean startsWork(String entity) {
    return EntityTypes.STREAM.matches(entity) || EntityTypes.BUFFER.matches(entity);
  }

  @Override
  public void store(StoredEvent stored, Instant at) {
    boolean first = begun.add(stored.entity());
    if (first && startsWork(stored.entity())) {
      startLater(stored.entity());
    }
    boolean isSnapshot = first && stored.number() > 1;
    String insert =
        isSnapshot
            ? "INSERT INTO snapshot (persistence_id, sequence_number, created, snapshot_ser_id,"
                + " snapshot_ser_manifest, snapshot_payload) VALUES (?, ?, ?, ?, ?, ?)"
            : "INSERT INTO event_journal (persistence_id, sequence_number, write_timestamp,"
                + " event_ser_id, event_ser_manifest, event_payload, writer, adapter_manifest)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, '')";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, stored.entity());
      statement.setLong(2, stored.number());
      statement.setLong(3, at.toEpochMilli());
      statement.setInt(4, JournalSerializer.IDENTIFIER);
      statement.setString(5, stored.name());
      statement.setBytes(6, stored.bytes().unsafeArray());
      if (!isSnapshot) {
        statement.setString(7, writer);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  private void startLater(String entity) {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO entity_to_start VALUES (?)")) {
      row.setString(1, entity);
      row.executeUpdate();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void refused(List<AuditEntry> calls) {
    try {
      for (AuditEntry call : calls) {
        DatabaseAudit.append(connection, call);
      }
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  private static UnreadableJournalException unwritable(SQLException cause) {
    return new UnreadableJournalException(
        "The database cannot be written: " + cause.getMessage(), cause);
  }

  @Override
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  /** A connection that is closed before its commit rolls back. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }
}
