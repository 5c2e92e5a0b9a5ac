package io.hydrant.api.call;

import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Optional;

/**
 * One API call while it is answered, as every interceptor sees it.
 *
 * @param requestId the id in the answer's {@code x-amzn-RequestId}
 * @param traceparent W3C's header as it was sent, valid or not; empty where it is missing
 * @param operation the operation's name, for example {@code PutRecord}
 * @param caller the authenticated caller; empty where authentication failed
 * @param resources the streams, keys and aliases that the call names, whether they exist or not
 * @param startNanos {@link System#nanoTime()} when the call was authenticated
 */
public record CallContext(
    String requestId,
    Optional<String> traceparent,
    Fault.Service service,
    String operation,
    Optional<Caller> caller,
    List<String> resources,
    long startNanos) {
  public CallContext {
    resources = List.copyOf(resources);
  }

  /**
   * Returns the caller of a call that passed authentication: checks and operations see no other.
   */
  public Caller authenticatedCaller() {
    return caller.orElseThrow();
  }
}
