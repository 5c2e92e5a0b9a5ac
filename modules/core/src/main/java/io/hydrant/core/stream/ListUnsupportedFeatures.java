package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;

/** Lists what the stream's configuration asks for and Hydrant does not do. No API operation. */
public record ListUnsupportedFeatures()
    implements StreamCommand.OfExisting<List<UnsupportedFeature>> {
  @Override
  public Decision<StreamEvent, List<UnsupportedFeature>> decide(
      DeliveryStream stream, Instant now) {
    return Decision.answer(UnsupportedFeature.of(stream));
  }
}
