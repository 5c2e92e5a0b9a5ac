package io.hydrant.runtime.stream;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.KeyType;
import java.util.Optional;

/** Key epochs for tests. */
public final class KeyEpochs {
  private KeyEpochs() {}

  /** Returns the epoch of a customer's key, whose wrapped data key names the epoch. */
  public static KeyEpoch of(int number) {
    return new KeyEpoch(
        number,
        KeyType.CUSTOMER_MANAGED_CMK,
        "arn:aws:kms:us-east-1:000000000000:key/a",
        Optional.of("grant"),
        Bytes.ofUtf8("wrapped-" + number));
  }
}
