package io.hydrant.api.shape;

import io.hydrant.core.entity.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The broken constraints of an input: all are counted, and as many are listed as an answer has room
 * for. A small request could break many constraints with long texts each.
 */
final class Violations {
  private static final int TOLD_CHARS_MAX = 8192;

  private final Wording wording;
  private final List<String> told = new ArrayList<>();
  private int count;
  private int chars;

  Violations(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param shown how the value is called where the service repeats values
   */
  void add(String shown, String path, String constraint) {
    count++;
    // Stop at the first violation that does not fit, so that the listed ones are the first. No text
    // is made for the others: a body may have millions.
    if (told.size() < count - 1) {
      return;
    }
    String text =
        wording.shown(shown) + " at '" + path + "' failed to satisfy constraint: " + constraint;
    if (chars + text.length() <= TOLD_CHARS_MAX) {
      told.add(text);
      chars += text.length();
    }
  }

  void addNull(String path) {
    add("Value null", path, Constraints.NOT_NULL);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** ValidationException, in AWS's words; empty where nothing is wrong. */
  Optional<ServiceError> refusal() {
    if (count == 0) {
      return Optional.empty();
    }
    String heading =
        count == 1 ? "1 validation error detected: " : count + " validation errors detected: ";
    String rest = count > told.size() ? "; and " + (count - told.size()) + " more" : "";
    return Optional.of(
        new ServiceError("ValidationException", heading + String.join("; ", told) + rest));
  }
}
