package io.hydrant.http.api;

import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Service;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Finds the operation that a request's header X-Amz-Target names. */
final class OperationLookup {
  static final String TARGET = "X-Amz-Target";

  /** A longer target is not repeated in a message. */
  private static final int TARGET_CHARS_MAX = 128;

  private final Map<String, Service> services;

  /** An operation and the service that it is part of. */
  record Found(Service service, Operation operation) {}

  OperationLookup(List<Service> services) {
    this.services =
        services.stream().collect(Collectors.toMap(Service::targetPrefix, Function.identity()));
  }

  /** Returns the operation, or the error that says why there is none. */
  Reply<Found> find(HttpRequest request) {
    if (!request.method().equals(HttpMethods.POST)) {
      return unknown("The API takes POST requests only.");
    }
    String target = request.getHeader(TARGET).map(HttpHeader::value).orElse("");
    int dot = target.indexOf('.');
    String name = target.substring(dot + 1);
    Optional<Service> service =
        Optional.ofNullable(services.get(dot < 0 ? "" : target.substring(0, dot)));
    if (service.isPresent() && service.get().unbuilt().contains(name)) {
      return Reply.failure(
          new ServiceError(
              "UnsupportedOperationException",
              "Hydrant does not support the operation "
                  + name
                  + " of "
                  + service.get().name()
                  + "."));
    }
    return service
        .flatMap(
            known ->
                Optional.ofNullable(known.operations().get(name))
                    .map(operation -> new Found(known, operation)))
        .map(Reply::success)
        .orElseGet(
            () ->
                unknown(
                    target.isEmpty()
                        ? "The request names no operation: the header X-Amz-Target is missing."
                        : "There is no operation " + shown(target) + "."));
  }

  private static String shown(String target) {
    return target.length() <= TARGET_CHARS_MAX ? target : "of so long a name";
  }

  private static Reply<Found> unknown(String message) {
    return Reply.failure(new ServiceError("UnknownOperationException", message));
  }
}
