package io.hydrant.http;

import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import java.util.List;

/**
 * What answers API calls, and what observes them.
 *
 * @param observers see every call of an operation that exists, the first one outermost
 */
public record ApiPorts(FirehoseApi firehose, KmsApi kms, List<CallInterceptor> observers) {
  public ApiPorts {
    observers = List.copyOf(observers);
  }
}
