package io.hydrant.http;

import io.hydrant.http.shape.Shapes;
import io.hydrant.http.shape.Validator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One AWS service behind the door.
 *
 * @param targetPrefix the part of {@code X-Amz-Target} before the dot
 */
record Service(String targetPrefix, Map<String, Operation> operations, Validator validator) {
  static Service of(String targetPrefix, List<Operation> operations, Shapes shapes) {
    return new Service(
        targetPrefix,
        operations.stream().collect(Collectors.toMap(Operation::name, Function.identity())),
        new Validator(shapes));
  }
}
