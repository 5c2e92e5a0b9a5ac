package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Caller;
import java.time.Instant;

/** A key's metadata, in any of its states. */
public record DescribeKey(Caller caller, KeyArn key) implements KeyCommand<KeyMetadata> {
  @Override
  public Decision<KeyEvent, KeyMetadata> decideFor(Key.Present key, Instant now) {
    return Decision.answer(key.metadata());
  }
}
