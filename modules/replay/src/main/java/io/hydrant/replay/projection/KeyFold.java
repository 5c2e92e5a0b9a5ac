package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.kms.KeyArn;
import java.util.Optional;

/** A key, as the journal names it. */
public final class KeyFold {
  private KeyFold() {}

  /** The entity id of the key with that ARN. */
  public static Optional<String> entity(String arn) {
    return KeyArn.parse(arn)
        .map(
            key ->
                EntityTypes.KEY.persistenceId(
                    key.account() + "/" + key.region() + "/" + key.keyId()));
  }
}
