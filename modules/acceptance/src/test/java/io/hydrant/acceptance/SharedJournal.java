package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The journal of a cluster, looked at in the database.
 *
 * @param url the database's
 */
record SharedJournal(String url) {
  /**
   * How many events of that name the history of an entity of a stream has; the entity itself is not
   * asked.
   */
  int events(String kind, String stream, String name) throws Exception {
    try (var connection = DriverManager.getConnection(url, "hydrant", "");
        var query =
            connection.prepareStatement(
                "SELECT count(*) FROM event_journal"
                    + " WHERE persistence_id LIKE ? AND event_ser_manifest LIKE ?")) {
      query.setString(1, kind + "|%" + stream + "%");
      query.setString(2, name + "/%");
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** How many imported entities are still to be woken. */
  int toWake() throws Exception {
    try (var connection = DriverManager.getConnection(url, "hydrant", "");
        var rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM entity_to_start")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** In every entity's history one actor writes after the other, and never two in turns. */
  void assertOneWriterAtATime() throws Exception {
    Map<String, List<String>> writers = new HashMap<>();
    try (var connection = DriverManager.getConnection(url, "hydrant", "");
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT persistence_id, writer FROM event_journal ORDER BY sequence_number")) {
      while (rows.next()) {
        List<String> known = writers.computeIfAbsent(rows.getString(1), id -> new ArrayList<>());
        if (known.isEmpty() || !known.get(known.size() - 1).equals(rows.getString(2))) {
          known.add(rows.getString(2));
        }
      }
    }
    assertThat(writers.values())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).doesNotHaveDuplicates());
  }
}
