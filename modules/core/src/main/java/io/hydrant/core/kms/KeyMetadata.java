package io.hydrant.core.kms;

import java.time.Instant;
import java.util.Optional;

/** KeyMetadata: what CreateKey and DescribeKey answer. */
public record KeyMetadata(
    KeyArn arn,
    Instant creationDate,
    String description,
    String spec,
    String usage,
    KeyState state,
    boolean multiRegion,
    Optional<Instant> deletionDate) {

  static KeyMetadata of(Key key) {
    return new KeyMetadata(
        key.arn(),
        key.createdAt(),
        key.description(),
        key.spec(),
        key.usage(),
        key.state(),
        key.multiRegion(),
        key.deletionDate());
  }
}
