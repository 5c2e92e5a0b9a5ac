package io.hydrant.replay.projection;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.kms.KeyArn;
import java.util.Optional;

/** Converts between entity ids of the journal and ARNs of the API. */
public final class EntityIds {
  private EntityIds() {}

  /** Returns the ARN of the stream with that entity id. */
  public static StreamArn streamArn(String stream) {
    return StreamId.arn(EntityTypes.STREAM.id(stream));
  }

  /** Returns the entity id of the key with that ARN; empty for a text that is not a key's ARN. */
  public static Optional<String> key(String arn) {
    return KeyArn.parse(arn)
        .map(
            key ->
                EntityTypes.KEY.persistenceId(
                    key.account() + "/" + key.region() + "/" + key.keyId()));
  }

  /** Returns the entity id of the budget of one generation of a stream. */
  public static String budget(String stream, int generation) {
    return EntityTypes.BUDGET.persistenceId(EntityTypes.STREAM.id(stream) + "/" + generation);
  }

  /** Returns the entity id of the buffer of one generation of a stream. */
  public static String buffer(String stream, int generation) {
    return EntityTypes.BUFFER.persistenceId(EntityTypes.STREAM.id(stream) + "/" + generation);
  }
}
