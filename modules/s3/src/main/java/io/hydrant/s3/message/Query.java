package io.hydrant.s3.message;

import java.util.List;
import java.util.Optional;

/** The decoded parameters of a request's address, in their order. */
public record Query(List<Parameter> all) {
  public static final Query NONE = new Query(List.of());

  /**
   * @param value empty text where the parameter has none, as in {@code ?uploads}
   */
  public record Parameter(String name, String value) {}

  public Query {
    all = List.copyOf(all);
  }

  public boolean has(String name) {
    return all.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  public Optional<String> first(String name) {
    return all.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::value)
        .findFirst();
  }
}
