package io.hydrant.http;

import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import java.util.List;

/**
 * The ports that answer API calls, and the interceptors that observe the calls.
 *
 * @param observers see every call of an operation that exists, the first one outermost
 */
public record ApiPorts(FirehoseApi firehose, KmsApi kms, List<CallInterceptor> observers) {
  public ApiPorts {
    observers = List.copyOf(observers);
  }
}
