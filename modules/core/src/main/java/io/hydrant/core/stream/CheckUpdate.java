package io.hydrant.core.stream;

import io.hydrant.core.destination.TableCheck;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks whether an update would be accepted, before the table of its format conversion is looked up;
 * answers that table. Nothing is stored.
 */
public record CheckUpdate(UpdateDestination update)
    implements StreamCommand.OfExisting<Optional<TableReference>> {
  @Override
  public Decision<StreamEvent, Optional<TableReference>> decide(
      DeliveryStream stream, Instant now) {
    Decision<StreamEvent, ?> updated = update.decide(stream, now);
    return Decision.reply(
        updated
            .reply()
            .map(
                done ->
                    TableCheck.toLookUp(
                        stream.arn(),
                        updated.events().stream()
                            .filter(StreamEvent.DestinationUpdated.class::isInstance)
                            .map(event -> ((StreamEvent.DestinationUpdated) event).destination())
                            .findFirst()
                            .orElse(stream.destination()))));
  }
}
