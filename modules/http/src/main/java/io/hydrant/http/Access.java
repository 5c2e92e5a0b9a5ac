package io.hydrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.util.Optional;

/** Whether a caller may call an operation, where that can be decided before it begins. */
@FunctionalInterface
interface Access {
  /** KMS asks the keys themselves. */
  Access LATER = (caller, operation, input) -> Optional.empty();

  /** AccessDeniedException, or nothing. */
  Optional<Refusal> refusal(Caller caller, String operation, JsonNode input);
}
