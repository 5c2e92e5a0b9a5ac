package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads Action, Resource and their Not- forms. */
final class ElementMatcherReader {
  private static final Pattern ACTION = Pattern.compile("\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+");
  private static final int ARN_PARTS = 6;

  private ElementMatcherReader() {}

  static Reply<ElementMatcher<PolicyPattern>> actions(Structure statement, PolicyKind kind) {
    return read(statement, "Action", kind, ElementMatcherReader::action);
  }

  static Reply<ElementMatcher<PolicyPattern>> resources(
      Structure statement, PolicyKind kind, Version version) {
    return read(statement, "Resource", kind, text -> resource(text, version));
  }

  private static Reply<ElementMatcher<PolicyPattern>> read(
      Structure statement,
      String element,
      PolicyKind kind,
      Function<String, Reply<PolicyPattern>> each) {
    Optional<Document> named = statement.get(element);
    Optional<Document> others = statement.get("Not" + element);
    if (named.isPresent() && others.isPresent()) {
      return Reply.failure(PolicyErrors.both(element));
    }
    return named
        .map(value -> choice(element, value, false, each))
        .or(() -> others.map(value -> choice("Not" + element, value, true, each)))
        .orElseGet(() -> absent(element, kind));
  }

  private static Reply<ElementMatcher<PolicyPattern>> choice(
      String element,
      Document value,
      boolean inverted,
      Function<String, Reply<PolicyPattern>> each) {
    return PolicyElements.texts(element, value)
        .flatMap(texts -> Replies.all(texts, each))
        .map(items -> new ElementMatcher<>(items, inverted));
  }

  /** KMS accepts a key policy without the element; the statement has no effect then. */
  private static Reply<ElementMatcher<PolicyPattern>> absent(String element, PolicyKind kind) {
    return kind == PolicyKind.KEY
        ? Reply.success(ElementMatcher.nothing())
        : Reply.failure(PolicyErrors.missing(element));
  }

  private static Reply<PolicyPattern> action(String text) {
    return ACTION.matcher(text).matches()
        ? PolicyPatternReader.plainPattern(text)
        : Reply.failure(PolicyErrors.badAction(text));
  }

  /** The parts that a short ARN lacks match any text. */
  private static Reply<PolicyPattern> resource(String text, Version version) {
    if (!text.equals("*") && !text.startsWith("arn:")) {
      return Reply.failure(PolicyErrors.badArn(text));
    }
    int missing = text.equals("*") ? 0 : ARN_PARTS - text.split(":", ARN_PARTS).length;
    return PolicyPatternReader.pattern(text + ":*".repeat(missing), version);
  }
}
