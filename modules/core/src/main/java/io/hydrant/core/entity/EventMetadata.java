package io.hydrant.core.entity;

import io.hydrant.core.id.Caller;
import java.util.Optional;

/**
 * The call that led to an event: what a person asks first who reads a history.
 *
 * @param operation for example {@code DisableKey}
 * @param principalArn the caller's
 * @param requestId as in the answer's {@code x-amzn-RequestId}; empty where no request was the
 *     metadata
 */
public record EventMetadata(String operation, String principalArn, Optional<String> requestId) {
  /** The metadata of what that command leads to when that caller gives it. */
  public static EventMetadata of(Command<?, ?, ?> command, Caller caller) {
    return new EventMetadata(command.operation(), caller.principalArn(), caller.requestId());
  }
}
