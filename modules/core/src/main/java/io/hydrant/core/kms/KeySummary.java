package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** A key at a glance. */
public record KeySummary(
    KeyArn arn, KeyManager manager, KeyState state, int grants, int rotations) {

  /** Returns the summary of a key. */
  public static KeySummary of(Key.Present key) {
    return new KeySummary(
        key.arn(),
        key.metadata().manager(),
        key.metadata().state(),
        key.grants().size(),
        key.rotation().done().size());
  }

  /** Returns state, grants and rotations in a few words. */
  public String inWords() {
    return state.wireName()
        + ", "
        + grants
        + (grants == 1 ? " grant" : " grants")
        + (rotations == 0 ? "" : ", rotated " + rotations + " times");
  }

  /** Reads the summary without asking a policy; NotFoundException without a key. */
  public record Read(KeyArn arn) implements Command<Key, KeyEvent, KeySummary> {
    @Override
    public Decision<KeyEvent, KeySummary> decide(Key key, Instant now) {
      return key.live(now)
          .map(present -> Decision.<KeyEvent, KeySummary>answer(KeySummary.of(present)))
          .orElseGet(() -> Decision.refuse(KmsErrors.noSuchKey(arn)));
    }
  }
}
