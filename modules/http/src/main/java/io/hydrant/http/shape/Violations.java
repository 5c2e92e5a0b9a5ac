package io.hydrant.http.shape;

import io.hydrant.core.entity.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with an input: all of it is counted, as much is told as an answer has room for. A
 * small request could break many constraints with long texts each.
 */
final class Violations {
  private static final int TOLD_CHARS_MAX = 8192;

  private final List<String> told = new ArrayList<>();
  private int count;
  private int chars;

  /**
   * @param shown how the value is called
   */
  void add(String shown, String path, String constraint) {
    count++;
    // None is told after one that had no room, so that those told are the first ones. Of what is
    // not
    // told no text is made: a body may hold millions.
    if (told.size() < count - 1) {
      return;
    }
    String text = shown + " at '" + path + "' failed to satisfy constraint: " + constraint;
    if (chars + text.length() <= TOLD_CHARS_MAX) {
      told.add(text);
      chars += text.length();
    }
  }

  void addNull(String path) {
    add("Value null", path, "Member must not be null");
  }

  /** ValidationException, in AWS's words; empty where nothing is wrong. */
  Optional<Refusal> refusal() {
    if (count == 0) {
      return Optional.empty();
    }
    String heading =
        count == 1 ? "1 validation error detected: " : count + " validation errors detected: ";
    String rest = count > told.size() ? "; and " + (count - told.size()) + " more" : "";
    return Optional.of(
        new Refusal("ValidationException", heading + String.join("; ", told) + rest));
  }
}
