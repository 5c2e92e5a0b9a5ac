package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.ServiceError;

/** Receives every authenticated call that was answered with an error. Must not block. */
@FunctionalInterface
public interface AuditLog {
  /**
   * Records a failed call.
   *
   * @param parameters the call's input as {@link ParameterRedaction} leaves it
   */
  void record(CallContext call, JsonNode parameters, ServiceError error);
}
