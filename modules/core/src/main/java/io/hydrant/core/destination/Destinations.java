package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.Arrays;
import java.util.List;

/** Finds the destination among a call's members. */
public final class Destinations {
  private Destinations() {}

  /** Exactly one of the ten configurations, or InvalidArgumentException. */
  public static Reply<Destination> choose(Structure configurations) {
    List<DestinationType> given =
        Arrays.stream(DestinationType.values())
            .filter(type -> configurations.structure(type.configurationMember()).isPresent())
            .toList();
    if (given.size() != 1) {
      return Reply.failure(DestinationErrors.notExactlyOne());
    }
    DestinationType type = given.get(0);
    return Reply.success(
        new Destination(
            type,
            Secrets.storable(
                type, configurations.structure(type.configurationMember()).orElseThrow())));
  }
}
