package io.hydrant.delivery.jq;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;
import net.thisptr.jackson.jq.internal.operators.MultiplyOperator;

/**
 * Makes every part of a query, and of the functions that are queries themselves, count its steps.
 * The library has no hook for that, so the parts are replaced in the fields of its syntax tree.
 */
final class BoundedQueries {
  private static final String PARTS = "net.thisptr.jackson.jq.internal.";
  private static final String FUNCTION = PARTS + "JsonQueryFunction";

  private BoundedQueries() {}

  /** Bounds a query that was just compiled. */
  static JsonQuery bound(JsonQuery query) {
    replaceFields(query, JsonQuery.class);
    return query;
  }

  /** Bounds the functions of a scope, which no other scope has. */
  static void bound(Scope builtins) {
    for (Function function : builtins.getLocalFunctions().values()) {
      if (function.getClass().getName().equals(FUNCTION)) {
        replaceFields(function, function.getClass());
      }
    }
    Function setpath = builtins.getFunction("setpath", 2);
    builtins.addFunction(
        "setpath",
        2,
        (scope, arguments, input, path, output, version) -> {
          arguments
              .get(0)
              .apply(scope, input, where -> where.forEach(BoundedExpression::checkIndex));
          setpath.apply(scope, arguments, input, path, output, version);
        });
  }

  private static void replaceFields(Object holder, Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        try {
          field.setAccessible(true);
          Object value = field.get(holder);
          Object bounded = bounded(value);
          if (bounded != value) {
            field.set(holder, bounded);
          }
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("The fields of the library can be set", e);
        }
      }
    }
    if (type.getSuperclass() != null && type.getSuperclass().getName().startsWith(PARTS)) {
      replaceFields(holder, type.getSuperclass());
    }
  }

  /** Returns the value itself, with its own parts replaced, or the one to take instead of it. */
  private static Object bounded(Object value) {
    if (value instanceof List<?> list) {
      List<Object> parts = new ArrayList<>();
      list.forEach(each -> parts.add(bounded(each)));
      return parts.equals(list) ? list : parts;
    }
    if (value instanceof BinaryOperator operator) {
      return operator instanceof MultiplyOperator ? new BoundedMultiplication(operator) : operator;
    }
    if (value != null && value.getClass().getName().startsWith(PARTS)) {
      replaceFields(value, value.getClass());
      return value instanceof Expression part ? new BoundedExpression(part) : value;
    }
    return value;
  }
}
