package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.util.Optional;

/** Whether a caller may call an operation, where that can be decided before it begins. */
@FunctionalInterface
public interface OperationAuthorizer {
  /** KMS asks the keys themselves. */
  OperationAuthorizer LATER = (caller, operation, input) -> Optional.empty();

  /** AccessDeniedException, or nothing. */
  Optional<ServiceError> refusal(Caller caller, String operation, JsonNode input);
}
