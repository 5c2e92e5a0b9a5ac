package io.hydrant.replay.inspector;

import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeySummary;
import java.util.Optional;

/** The keys of the overview, as they answer themselves. */
final class KeyRows {
  private KeyRows() {}

  /** The row of a customer's key; AWS's own have none. */
  static Optional<Overview.KeyRow> row(String id, KeySummary key) {
    return key.manager() == KeyManager.CUSTOMER
        ? Optional.of(row(id, key.inWords()))
        : Optional.empty();
  }

  /** The row of a key that does not answer. */
  static Overview.KeyRow silent(String id) {
    return row(id, StreamRows.SILENT);
  }

  private static Overview.KeyRow row(String id, String words) {
    return new Overview.KeyRow(
        InspectorRoutes.KEYS + id, StreamRows.name(id), StreamRows.where(id), words);
  }
}
