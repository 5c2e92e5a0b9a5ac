package io.hydrant.core.entity;

import java.util.Map;

/**
 * An error of the service's API.
 *
 * @param code the API's exception name, for example {@code ResourceNotFoundException}
 * @param message a sentence for a person
 * @param details further members of the exception's shape, for example {@code code} of {@code
 *     InvalidKMSResourceException}
 */
public record ServiceError(String code, String message, Map<String, String> details) {
  public ServiceError {
    details = Map.copyOf(details);
  }

  public ServiceError(String code, String message) {
    this(code, message, Map.of());
  }
}
