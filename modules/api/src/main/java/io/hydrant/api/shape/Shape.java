package io.hydrant.api.shape;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A type of the API with its constraints.
 *
 * @param min for strings, blobs, lists and maps a length, for numbers a value
 * @param members of a structure: names to the names of their shapes
 * @param element the shape of a list's elements or a map's values
 * @param key the shape of a map's keys
 */
record Shape(
    Kind kind,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    Optional<Pattern> pattern,
    List<String> values,
    boolean sensitive,
    Map<String, String> members,
    Set<String> required,
    Optional<String> element,
    Optional<String> key) {

  enum Kind {
    STRUCTURE,
    LIST,
    MAP,
    STRING,
    BLOB,
    INTEGER,
    LONG,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP
  }
}
