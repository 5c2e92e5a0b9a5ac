package io.hydrant.s3.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a message in their order. Names are compared without regard to case. */
public record Headers(List<Header> all) {
  public static final Headers NONE = new Headers(List.of());

  public record Header(String name, String value) {}

  public Headers {
    all = List.copyOf(all);
  }

  /** Returns the first value, without blanks around it. */
  public Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  /** Returns all values of a header. */
  public List<String> values(String name) {
    return all.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value().strip())
        .toList();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  /** Returns the headers whose lower-case name begins so. */
  public List<Header> startingWith(String prefix) {
    return all.stream()
        .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith(prefix))
        .toList();
  }

  /** Returns these headers and one more. */
  public Headers with(String name, String value) {
    List<Header> more = new ArrayList<>(all);
    more.add(new Header(name, value));
    return new Headers(more);
  }

  /** Returns these headers and one more, where there is a value. */
  public Headers with(String name, Optional<String> value) {
    return value.map(present -> with(name, present)).orElse(this);
  }

  public Headers with(Headers others) {
    List<Header> more = new ArrayList<>(all);
    more.addAll(others.all());
    return new Headers(more);
  }
}
