package io.hydrant.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.id.Caller;
import java.util.List;

/**
 * A call that was answered with an error.
 *
 * @param requestId as in the answer's {@code x-amzn-RequestId}
 * @param service for example {@code FIREHOSE}
 * @param operation for example {@code PutRecord}
 * @param resources the streams, keys and aliases that it named
 * @param parameters as {@link SafeParameters} leaves them
 * @param error what it was answered
 */
public record RefusedCall(
    String requestId,
    String service,
    String operation,
    Caller caller,
    List<String> resources,
    JsonNode parameters,
    Refusal error) {}
