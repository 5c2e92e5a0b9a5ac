package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.util.List;

/**
 * A call that was answered with an error.
 *
 * @param requestId as in the answer's {@code x-amzn-RequestId}
 * @param service for example {@code FIREHOSE}
 * @param operation for example {@code PutRecord}
 * @param resources the streams, keys and aliases that it named
 * @param parameters as {@link ParameterRedaction} leaves them
 * @param error what it was answered
 */
public record FailedCall(
    String requestId,
    String service,
    String operation,
    Caller caller,
    List<String> resources,
    JsonNode parameters,
    ServiceError error) {}
