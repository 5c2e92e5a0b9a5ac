package io.hydrant.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text of a policy with wildcards and variables in it. */
record PolicyPattern(List<Part> parts) {
  sealed interface Part {
    /** Returns the characters of the part; empty where nothing can match it. */
    Optional<int[]> resolved(AccessRequest request);

    record Literal(String text) implements Part {
      @Override
      public Optional<int[]> resolved(AccessRequest request) {
        return Optional.of(characters(text));
      }
    }

    enum Wildcard implements Part {
      RUN(Glob.RUN),
      ONE(Glob.ONE);

      private final int mark;

      Wildcard(int mark) {
        this.mark = mark;
      }

      @Override
      public Optional<int[]> resolved(AccessRequest request) {
        return Optional.of(new int[] {mark});
      }
    }

    /**
     * @param fallback the value for a key that the request does not have
     */
    record Variable(String key, Optional<String> fallback) implements Part {
      @Override
      public Optional<int[]> resolved(AccessRequest request) {
        List<String> values = request.values(key);
        if (values.isEmpty()) {
          return fallback.map(PolicyPattern::characters);
        }
        return values.size() == 1 ? Optional.of(characters(values.get(0))) : Optional.empty();
      }
    }
  }

  PolicyPattern {
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

  /** Part for part, so that a wildcard of one part matches no character of the next part. */
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
      Optional<int[]> characters = part.resolved(request);
      if (characters.isEmpty()) {
        return Optional.empty();
      }
      resolved.add(characters.get());
    }
    return Optional.of(resolved.stream().flatMapToInt(IntStream::of).toArray());
  }

  private static int[] characters(String text) {
    return text.codePoints().toArray();
  }
}
