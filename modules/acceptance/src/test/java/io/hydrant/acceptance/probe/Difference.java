package io.hydrant.acceptance.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What is not the same in declared and published shapes, wherever it stands in an input. */
public final class Difference {
  private final Forms declared;
  private final Forms published;
  private final boolean whole;
  private final List<String> found = new ArrayList<>();
  private final Set<List<String>> compared = new HashSet<>();

  private Difference(Forms declared, Forms published, boolean whole) {
    this.declared = declared;
    this.published = published;
    this.whole = whole;
  }

  /** All of both is compared. */
  static List<String> of(Forms declared, Forms published, List<String> names) {
    return found(declared, published, names, true);
  }

  /** A declared structure may have fewer members than the published one. */
  static List<String> ofPart(Forms declared, Forms published, List<String> names) {
    return found(declared, published, names, false);
  }

  private static List<String> found(
      Forms declared, Forms published, List<String> names, boolean whole) {
    Difference difference = new Difference(declared, published, whole);
    names.forEach(name -> difference.compare(name, name, name));
    return difference.found;
  }

  private void compare(String at, String ours, String theirs) {
    if (!compared.add(List.of(ours, theirs))) {
      return;
    }
    Form one = declared.form(ours);
    Form other = published.form(theirs);
    attributes(one)
        .forEach(
            (name, value) -> {
              Object expected = attributes(other).get(name);
              if (!Objects.equals(value, expected)) {
                found.add(at + ": " + name + " is " + value + ", published is " + expected);
              }
            });
    if (one.type() != other.type()) {
      return;
    }
    members(at, one, other);
    switch (one.type()) {
      case LIST -> compare(at + "[]", one.element(), other.element());
      case MAP -> {
        compare(at + "{}", one.element(), other.element());
        compare(at + "{key}", one.key(), other.key());
      }
      default -> {}
    }
  }

  private void members(String at, Form one, Form other) {
    Set<String> all = new TreeSet<>(one.members().keySet());
    if (whole) {
      all.addAll(other.members().keySet());
    }
    for (String name : all) {
      String path = at + "." + name;
      if (!one.members().containsKey(name) || !other.members().containsKey(name)) {
        found.add(path + ": is in one of both only");
        continue;
      }
      Form.Member ours = one.members().get(name);
      Form.Member theirs = other.members().get(name);
      if (ours.required() != theirs.required()) {
        found.add(path + ": required is " + ours.required());
      }
      compare(path, ours.shape(), theirs.shape());
    }
  }

  private static Map<String, Object> attributes(Form form) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", form.type());
    all.put("min", form.declared().path("min").asText(""));
    all.put("max", form.declared().path("max").asText(""));
    all.put("pattern", form.pattern());
    all.put("enum", form.values());
    all.put("sensitive", form.declared().path("sensitive").asBoolean());
    return all;
  }
}
