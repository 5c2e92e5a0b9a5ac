package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import java.time.Instant;

/**
 * DeleteDeliveryStream: "only if it is in one of the following states: ACTIVE, DELETING,
 * CREATING_FAILED, or DELETING_FAILED". Deleting twice is no error.
 *
 * @param allowForceDelete "delete the Firehose stream even if Firehose is unable to retire the
 *     grant for the CMK"
 */
public record DeleteDeliveryStream(boolean allowForceDelete)
    implements StreamCommand.OfExisting<NoOutput> {
  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    return switch (stream.lifecycle().status()) {
      case CREATING -> Decision.refuse(StreamErrors.notDeletable(stream));
      case DELETING ->
          forcing(stream)
              ? Decision.store(new StreamEvent.DeletionStarted(now, true), new NoOutput())
              : Decision.answer(new NoOutput());
      case ACTIVE, CREATING_FAILED, DELETING_FAILED ->
          Decision.store(new StreamEvent.DeletionStarted(now, allowForceDelete), new NoOutput());
    };
  }

  private boolean forcing(DeliveryStream stream) {
    return allowForceDelete && stream.lifecycle() instanceof Lifecycle.Deleting d && !d.force();
  }
}
