package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.shape.InputReader;
import io.hydrant.core.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One AWS service behind the HTTP API.
 *
 * @param targetPrefix the part of {@code X-Amz-Target} before the dot
 * @param operations the operations by their names
 * @param unbuilt operations that AWS has and Hydrant does not build
 * @param reader reads the input of its operations
 * @param checks what a call must pass before its operation runs
 */
public record Service(
    Fault.Service name,
    String targetPrefix,
    Map<String, Operation> operations,
    Set<String> unbuilt,
    InputReader reader,
    CallInterceptor checks) {
  /** A longer name names nothing: no ARN has more characters. */
  private static final int RESOURCE_CHARS_MAX = 2_048;

  private static final List<String> RESOURCE_MEMBERS =
      List.of("DeliveryStreamName", "KeyId", "AliasName", "TargetKeyId");

  /** Returns a service with these operations and checks, the first check first. */
  public static Service of(
      Fault.Service name,
      String targetPrefix,
      List<Operation> operations,
      Set<String> unbuilt,
      InputReader reader,
      List<CallInterceptor> checks) {
    return new Service(
        name,
        targetPrefix,
        operations.stream().collect(Collectors.toMap(Operation::name, Function.identity())),
        unbuilt,
        reader,
        CallInterceptor.chain(checks));
  }

  /** Returns the service's name in credential scopes. */
  public String signingName() {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the streams, keys and aliases that an input names. */
  public static List<String> resources(JsonNode input) {
    return RESOURCE_MEMBERS.stream()
        .flatMap(member -> Json.text(input, member).stream())
        // The audit keeps a call's resources, so their size is bounded.
        .filter(resource -> resource.length() <= RESOURCE_CHARS_MAX)
        .toList();
  }
}
