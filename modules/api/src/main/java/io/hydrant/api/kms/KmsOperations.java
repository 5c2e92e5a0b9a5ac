package io.hydrant.api.kms;

import io.hydrant.api.call.Operation;
import io.hydrant.api.call.Replies;
import io.hydrant.api.json.Json;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The KMS operations that Hydrant supports: their JSON in and out. */
public final class KmsOperations {
  private KmsOperations() {}

  /** Returns the supported operations of {@code TrentService}. */
  public static List<Operation> all(KmsApi api) {
    return Stream.of(
            KeyOperations.all(api),
            PolicyOperations.all(api),
            RotationOperations.all(api),
            AliasOperations.all(api),
            GrantOperations.all(api),
            CryptographicOperations.all(api))
        .flatMap(List::stream)
        .map(operation -> checked(operation, api))
        .toList();
  }

  /** Adds the checks that are the same for all operations: unsupported members, grant tokens. */
  private static Operation checked(Operation operation, KmsApi api) {
    return new Operation(
        operation.name(),
        (caller, input) -> {
          Optional<ServiceError> unsupported = UnbuiltMembers.refusal(input);
          if (unsupported.isPresent()) {
            return Replies.failure(unsupported.get());
          }
          List<String> tokens = Json.texts(input, "GrantTokens");
          return tokens.isEmpty()
              ? operation.handle(caller, input)
              : api.checkGrantTokens(caller, tokens)
                  .thenCompose(
                      reply -> Replies.then(reply, valid -> operation.handle(caller, input)));
        });
  }
}
