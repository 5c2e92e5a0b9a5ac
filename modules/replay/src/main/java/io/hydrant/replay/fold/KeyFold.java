package io.hydrant.replay.fold;

import io.hydrant.core.entity.History;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.replay.JournalView;
import java.util.List;
import java.util.Optional;

/** A key's history, folded by the rules themselves. */
public final class KeyFold {
  public static final String KIND = "key|";

  private KeyFold() {}

  /** The entity id of the key with that ARN. */
  public static Optional<String> entity(String arn) {
    return KeyArn.parse(arn)
        .map(key -> KIND + key.account() + "/" + key.region() + "/" + key.keyId());
  }

  public static Optional<Key.Present> key(List<JournalView.Entry> history) {
    Key key =
        History.fold(
            new Key.Absent(), history.stream().map(entry -> (KeyEvent) entry.event()).toList());
    return key instanceof Key.Present present ? Optional.of(present) : Optional.empty();
  }

  /** In a few words: its state, its grants, its rotations. */
  public static String inWords(Key.Present key) {
    return key.metadata().state().wireName()
        + ", "
        + key.grants().size()
        + (key.grants().size() == 1 ? " grant" : " grants")
        + (key.rotation().done().isEmpty()
            ? ""
            : ", rotated " + key.rotation().done().size() + " times");
  }
}
