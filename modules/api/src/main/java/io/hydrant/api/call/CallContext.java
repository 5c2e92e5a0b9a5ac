package io.hydrant.api.call;

import java.util.List;
import java.util.Optional;

/**
 * A call while it is answered.
 *
 * @param requestId as the answer's {@code x-amzn-RequestId} will tell
 * @param traceparent W3C's header as it was sent, right or wrong
 * @param service for example {@code FIREHOSE}
 * @param operation for example {@code PutRecord}
 * @param resources the streams, keys and aliases that it names, right or wrong
 */
public record CallContext(
    String requestId,
    Optional<String> traceparent,
    String service,
    String operation,
    List<String> resources) {}
