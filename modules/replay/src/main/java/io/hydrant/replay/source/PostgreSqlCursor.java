package io.hydrant.replay.source;

import io.hydrant.core.id.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One entity's rows in the database, after the snapshot that replaces the trimmed ones. */
final class PostgreSqlCursor implements Cursor {
  /** The number of rows in one fetch: a row may hold 4 MiB of records. */
  private static final int ROWS = 64;

  private final String entity;
  private final PreparedStatement query;
  private final ResultSet rows;
  private Optional<StoredEvent> snapshot;

  PostgreSqlCursor(Connection connection, String entity, long after, int max) throws SQLException {
    this.entity = entity;
    this.snapshot =
        snapshot(connection, entity).filter(stored -> stored.number() > after && max > 0);
    this.query =
        connection.prepareStatement(
            "SELECT sequence_number, event_ser_manifest, event_payload FROM event_journal"
                + " WHERE persistence_id = ? AND sequence_number > ? AND NOT deleted"
                + " ORDER BY sequence_number LIMIT ?");
    query.setFetchSize(ROWS);
    query.setString(1, entity);
    query.setLong(2, snapshot.map(StoredEvent::number).orElse(after));
    query.setInt(3, snapshot.isPresent() ? max - 1 : max);
    this.rows = query.executeQuery();
  }

  private static Optional<StoredEvent> snapshot(Connection connection, String entity)
      throws SQLException {
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
    return new EncodedEvent(entity, row.getLong(1), row.getString(2), Bytes.wrap(row.getBytes(3)));
  }

  @Override
  public Optional<StoredEvent> next() {
    if (snapshot.isPresent()) {
      Optional<StoredEvent> first = snapshot;
      snapshot = Optional.empty();
      return first;
    }
    try {
      return rows.next() ? Optional.of(stored(entity, rows)) : Optional.empty();
    } catch (SQLException e) {
      throw PostgreSqlJournal.unreadable(entity, e);
    }
  }

  @Override
  public void close() {
    try {
      query.close();
    } catch (SQLException e) {
      throw PostgreSqlJournal.unreadable(entity, e);
    }
  }
}
