package io.hydrant.delivery.lambda;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The places where functions are invoked.
 *
 * @param endpoint an API of Lambda, for all functions that have no place of their own
 * @param functions the runtime interface emulators of functions; a key is a name or an ARN, each
 *     with or without a qualifier
 */
public record FunctionPlaces(Optional<URI> endpoint, Map<String, URI> functions) {
  public FunctionPlaces {
    functions = Map.copyOf(functions);
  }

  /** Returns the emulator of a function, if it has one. */
  Optional<URI> emulator(FunctionArn function) {
    return function.names().stream().map(functions::get).filter(Objects::nonNull).findFirst();
  }
}
