package io.hydrant.replay.fold;

import io.hydrant.core.kms.KeyArn;
import java.util.Optional;

/** A key, as the journal names it. */
public final class KeyFold {
  public static final String KIND = "key|";

  private KeyFold() {}

  /** The entity id of the key with that ARN. */
  public static Optional<String> entity(String arn) {
    return KeyArn.parse(arn)
        .map(key -> KIND + key.account() + "/" + key.region() + "/" + key.keyId());
  }
}
