package io.hydrant.core.stream;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Optional;

public record CreateDeliveryStream(Input input) {
  /**
   * The call's members.
   *
   * @param type {@link DeliveryStreamType#DIRECT_PUT} where the member is missing
   * @param configurations every {@code …Configuration} member that was given, destinations and
   *     sources alike, under its own name
   */
  public record Input(
      DeliveryStreamType type,
      Optional<KeyChoice> encryption,
      Structure configurations,
      List<Tag> tags) {}

  public record Output(StreamArn arn) {}
}
