package io.hydrant.core.stream;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.TableCheck;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether an update would be accepted, before the table of its format conversion is looked up;
 * answers that table. Nothing is stored.
 */
public record CheckUpdate(UpdateDestination update)
    implements StreamCommand.OfExisting<CheckUpdate.Accepted> {
  /**
   * The update would be accepted.
   *
   * @param table the table to look up; empty where the stream then converts nothing
   */
  public record Accepted(Optional<TableReference> table) {}

  @Override
  public Decision<StreamEvent, Accepted> decide(DeliveryStream stream, Instant now) {
    Decision<StreamEvent, ?> updated = update.decide(stream, now);
    return Decision.reply(
        updated.reply().map(done -> new Accepted(table(stream, updated.events()))));
  }

  /** An update that changes nothing has no event. */
  private static Optional<TableReference> table(DeliveryStream stream, List<StreamEvent> events) {
    Destination destination =
        events.stream()
            .filter(StreamEvent.DestinationUpdated.class::isInstance)
            .map(event -> ((StreamEvent.DestinationUpdated) event).destination())
            .findFirst()
            .orElse(stream.destination());
    return TableCheck.toLookUp(stream.arn(), destination);
  }
}
