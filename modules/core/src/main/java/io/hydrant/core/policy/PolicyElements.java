package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads elements of a policy, where a single value means a list of one. */
final class PolicyElements {
  private PolicyElements() {}

  static List<Document> list(Document value) {
    return value instanceof Document.Sequence several ? several.elements() : List.of(value);
  }

  /** Reads one text or more. */
  static Reply<List<String>> texts(String element, Document value) {
    return read(element, value, PolicyElements::text);
  }

  /** Reads one scalar or more; numbers and booleans need no quotes. */
  static Reply<List<String>> scalars(String element, Document value) {
    return read(element, value, PolicyElements::scalar);
  }

  /** The first member that an object may not have. */
  static Optional<String> unknown(Document.Structure structure, Set<String> known) {
    return structure.members().keySet().stream().filter(name -> !known.contains(name)).findFirst();
  }

  private static Reply<List<String>> read(
      String element, Document value, Function<Document, Optional<String>> each) {
    List<Document> values = list(value);
    return values.isEmpty()
        ? Reply.failure(PolicyErrors.empty(element))
        : Replies.all(
            values,
            one ->
                each.apply(one)
                    .map(Reply::success)
                    .orElseGet(() -> Reply.failure(PolicyErrors.wrongType(element, "a string"))));
  }

  private static Optional<String> text(Document value) {
    return value instanceof Document.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  private static Optional<String> scalar(Document value) {
    return value.accept(new Scalar());
  }

  private record Scalar() implements Document.Visitor<Optional<String>> {
    @Override
    public Optional<String> visit(Document.Structure structure) {
      return Optional.empty();
    }

    @Override
    public Optional<String> visit(Document.Sequence sequence) {
      return Optional.empty();
    }

    @Override
    public Optional<String> visit(Document.Text text) {
      return Optional.of(text.value());
    }

    @Override
    public Optional<String> visit(Document.Numeric number) {
      return Optional.of(number.value().toPlainString());
    }

    @Override
    public Optional<String> visit(Document.Bool bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }

    @Override
    public Optional<String> visit(Document.Encrypted secret) {
      return Optional.empty();
    }
  }
}
