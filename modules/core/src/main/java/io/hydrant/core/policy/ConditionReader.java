package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.function.BiFunction;

/** Reads a Condition element: a map from operators to maps from keys to values. */
final class ConditionReader {
  private ConditionReader() {}

  static Reply<List<Condition>> read(Structure statement, Version version) {
    Document element = statement.get("Condition").orElseGet(Structure::empty);
    return element instanceof Structure operators
        ? flat(operators, (operator, keys) -> ofOperator(operator, keys, version))
        : Reply.failure(PolicyErrors.wrongType("Condition", "an object"));
  }

  private static Reply<List<Condition>> ofOperator(String text, Document value, Version version) {
    if (!(value instanceof Structure keys)) {
      return Reply.failure(PolicyErrors.wrongType(text, "an object"));
    }
    return Operator.read(text)
        .flatMap(
            operator ->
                flat(
                    keys,
                    (key, values) -> condition(operator, key, values, version).map(List::of)));
  }

  private static Reply<Condition> condition(
      Operator operator, String key, Document values, Version version) {
    if (!ConditionKeys.supports(key)) {
      return Reply.failure(PolicyErrors.unsupportedKey(key));
    }
    return PolicyElements.scalars(key, values)
        .flatMap(
            texts ->
                Replies.all(texts, new ConditionValueReader(operator.comparison(), version)::read))
        .map(operands -> new Condition(operator, key, operands));
  }

  private static Reply<List<Condition>> flat(
      Structure structure, BiFunction<String, Document, Reply<List<Condition>>> each) {
    return Replies.all(
            List.copyOf(structure.members().entrySet()),
            member -> each.apply(member.getKey(), member.getValue()))
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }
}
