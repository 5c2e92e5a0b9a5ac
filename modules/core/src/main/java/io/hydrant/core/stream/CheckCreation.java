package io.hydrant.core.stream;

import io.hydrant.core.entity.Decision;
import java.time.Instant;

/**
 * Asks whether a stream may be created under the name, before the key is resolved and the name
 * registered; answers the generation that the stream would have. Nothing is stored.
 */
public record CheckCreation() implements StreamCommand<Integer> {
  @Override
  public Decision<StreamEvent, Integer> decide(StreamState state, Instant now) {
    return state instanceof Nonexistent none
        ? Decision.answer(none.generations() + 1)
        : Decision.refuse(StreamErrors.alreadyExists(state.arn()));
  }
}
