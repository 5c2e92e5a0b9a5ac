package io.hydrant.delivery.jq;

import com.fasterxml.jackson.databind.JsonNode;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.ArrayIndexPath;
import net.thisptr.jackson.jq.path.Path;

/** A part of a query that counts each evaluation and each result as a step. */
record BoundedExpression(Expression part) implements Expression {
  /** An assignment to a place makes an array that long. */
  static final int INDEX_MAX = 100_000;

  @Override
  public void apply(Scope scope, JsonNode input, Path path, PathOutput output, boolean pathRequired)
      throws JsonQueryException {
    Budget.step();
    part.apply(
        scope,
        input,
        path,
        (value, where) -> {
          Budget.step();
          if (where instanceof ArrayIndexPath place) {
            checkIndex(place.index);
          }
          output.emit(value, where);
        },
        pathRequired);
  }

  static void checkIndex(JsonNode index) {
    if (index.isNumber() && index.asDouble() > INDEX_MAX) {
      throw new Budget.ExceededException("the query uses an index above " + INDEX_MAX);
    }
  }

  @Override
  public String toString() {
    return part.toString();
  }
}
