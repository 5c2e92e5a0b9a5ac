package io.hydrant.inspector;

import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeySummary;
import java.util.Optional;

/** Makes the rows of keys in the overview. */
final class KeyRows {
  private KeyRows() {}

  /** Returns the row of a customer's key; keys of AWS have no row. */
  static Optional<Overview.KeyRow> row(String id, KeySummary key) {
    return key.manager() == KeyManager.CUSTOMER
        ? Optional.of(row(id, key.inWords()))
        : Optional.empty();
  }

  /** Returns the row of a key that does not answer. */
  static Overview.KeyRow silent(String id) {
    return row(id, StreamRows.SILENT);
  }

  private static Overview.KeyRow row(String id, String words) {
    return new Overview.KeyRow(
        InspectorRoutes.KEYS + id, StreamRows.name(id), StreamRows.where(id), words);
  }
}
