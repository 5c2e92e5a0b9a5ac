package io.hydrant.replay.inspector;

import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.KeyFold;
import java.util.List;
import java.util.Optional;

/** The keys of the overview, from the histories that they fold. */
final class KeyRows {
  private KeyRows() {}

  static Optional<Overview.KeyRow> key(List<JournalView.Entry> history) {
    return KeyFold.key(history).filter(KeyRows::isCustomers).map(KeyRows::row);
  }

  private static boolean isCustomers(Key.Present key) {
    return key.metadata().manager() == KeyManager.CUSTOMER;
  }

  private static Overview.KeyRow row(Key.Present key) {
    return new Overview.KeyRow(
        InspectorRoutes.KEYS
            + key.arn().account()
            + "/"
            + key.arn().region()
            + "/"
            + key.arn().keyId(),
        key.arn().keyId(),
        key.arn().account() + " " + key.arn().region(),
        KeyFold.inWords(key));
  }
}
