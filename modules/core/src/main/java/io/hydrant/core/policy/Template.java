package io.hydrant.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text of a policy with wildcards and variables in it. */
record Template(List<Part> parts) {
  sealed interface Part {
    record Literal(String text) implements Part {}

    enum Wildcard implements Part {
      RUN,
      ONE
    }

    /**
     * @param fallback what stands for a key that the request does not have
     */
    record Variable(String key, Optional<String> fallback) implements Part {}
  }

  Template {
    parts = List.copyOf(parts);
  }

  boolean hasVariables() {
    return parts.stream().anyMatch(Part.Variable.class::isInstance);
  }

  boolean matches(String value, AccessRequest request) {
    return resolve(request).filter(p -> Glob.matches(p, characters(value))).isPresent();
  }

  boolean matchesIgnoringCase(String value, AccessRequest request) {
    int[] text = Glob.lowerCase(characters(value));
    return resolve(request).filter(p -> Glob.matches(Glob.lowerCase(p), text)).isPresent();
  }

  /** Part for part, so that a wildcard of one part takes nothing of the next. */
  boolean matchesArn(String value, AccessRequest request) {
    List<int[]> texts = Glob.arnParts(characters(value));
    return resolve(request)
        .map(Glob::arnParts)
        .filter(patterns -> patterns.size() == texts.size())
        .filter(
            patterns ->
                IntStream.range(0, texts.size())
                    .allMatch(i -> Glob.matches(patterns.get(i), texts.get(i))))
        .isPresent();
  }

  /** Empty when a variable has no single value: then nothing matches. */
  private Optional<int[]> resolve(AccessRequest request) {
    List<int[]> resolved = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Variable variable) {
        Optional<String> value = value(variable, request.values(variable.key()));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        resolved.add(characters(value.get()));
      } else if (part instanceof Part.Literal literal) {
        resolved.add(characters(literal.text()));
      } else {
        resolved.add(new int[] {part == Part.Wildcard.RUN ? Glob.RUN : Glob.ONE});
      }
    }
    return Optional.of(resolved.stream().flatMapToInt(IntStream::of).toArray());
  }

  private static Optional<String> value(Part.Variable variable, List<String> values) {
    return values.isEmpty()
        ? variable.fallback()
        : Optional.of(values.get(0)).filter(only -> values.size() == 1);
  }

  private static int[] characters(String text) {
    return text.codePoints().toArray();
  }
}
