package io.hydrant.core.kms;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/** DescribeKey. */
public record DescribeKey() implements KeyCommand.OfExisting<KeyMetadata> {
  @Override
  public Decision<KeyEvent, KeyMetadata> decide(Key key, Instant now) {
    return Decision.answer(KeyMetadata.of(key));
  }
}
