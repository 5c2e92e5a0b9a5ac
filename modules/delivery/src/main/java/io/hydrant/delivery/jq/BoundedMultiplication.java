package io.hydrant.delivery.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;

/** The operator that repeats texts: one step could make a text of gigabytes. */
record BoundedMultiplication(BinaryOperator operator) implements BinaryOperator {
  private static final int CHARS_MAX = 16 * 1024 * 1024;

  @Override
  public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
      throws JsonQueryException {
    if (chars(left, right) > CHARS_MAX || chars(right, left) > CHARS_MAX) {
      throw new Budget.ExceededException("the query takes too much memory");
    }
    return operator.apply(mapper, left, right);
  }

  private static double chars(JsonNode text, JsonNode times) {
    return text.isTextual() && times.isNumber() ? text.asText().length() * times.asDouble() : 0;
  }

  @Override
  public String image() {
    return operator.image();
  }
}
