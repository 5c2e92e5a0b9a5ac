package io.hydrant.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.shape.InputReader;
import io.hydrant.api.shape.Shapes;
import io.hydrant.api.shape.Validator;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One AWS service behind the door.
 *
 * @param targetPrefix the part of {@code X-Amz-Target} before the dot
 * @param unbuilt operations that AWS has and Hydrant does not build
 */
public record Service(
    Fault.Service name,
    String targetPrefix,
    Map<String, Operation> operations,
    Set<String> unbuilt,
    InputReader reader,
    Validator validator,
    OperationAuthorizer access) {
  /** A name that is longer names nothing: an ARN has no more characters. */
  private static final int RESOURCE_CHARS_MAX = 2_048;

  /** In credential scopes. */
  public String signingName() {
    return name.name().toLowerCase(Locale.ROOT);
  }

  public static Service of(
      Fault.Service name,
      String targetPrefix,
      List<Operation> operations,
      Set<String> unbuilt,
      Shapes shapes,
      OperationAuthorizer access) {
    return new Service(
        name,
        targetPrefix,
        operations.stream().collect(Collectors.toMap(Operation::name, Function.identity())),
        unbuilt,
        new InputReader(shapes),
        new Validator(shapes),
        access);
  }

  /** The call as a fault sees it: the stream, key or alias that it names. */
  public CallDescription call(Operation operation, JsonNode input) {
    List<String> resources =
        Stream.of("DeliveryStreamName", "KeyId", "AliasName", "TargetKeyId")
            .flatMap(member -> Json.text(input, member).stream())
            // The audit keeps what the parameters of a call are, so they are bounded.
            .filter(resource -> resource.length() <= RESOURCE_CHARS_MAX)
            .toList();
    return new CallDescription(name, operation.name(), Fault.By.CLIENT, resources, false);
  }
}
