package io.hydrant.acceptance.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each service says that a constraint is broken, as recorded from AWS. */
public enum Told {
  /**
   * Repeats no value, tells of texts in a list or map together, and lists enums in an order of its
   * own.
   */
  FIREHOSE {
    @Override
    public boolean says(String message, Variant.Broken broken) {
      Matcher element = ELEMENT.matcher(broken.path());
      String told = inOrder(message);
      if (told.contains("Value '") || told.contains("Value null")) {
        return false;
      }
      return element.matches()
          ? told.contains(
                  failed(element.group("at")) + whose(element) + " must satisfy constraint: [")
              && told.contains(inOrder(broken.told()))
          : told.contains("Value " + failed(broken.path()) + inOrder(broken.told()));
    }
  },

  KMS {
    @Override
    public boolean says(String message, Variant.Broken broken) {
      return message.contains(failed(broken.path()) + broken.told());
    }
  };

  /** Where a text stands in a list or a map, or is a key of a map; a tag's Key is none. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?<at>.*)(\\.(?<index>1)\\.member|(?<!\\.member)\\.(?<key>key)|\\.[^.]+\\.member)");

  private static final Pattern ENUM = Pattern.compile("(?<=enum value set: \\[)[^\\]]*");

  public abstract boolean says(String message, Variant.Broken broken);

  private static String failed(String path) {
    return "at '" + path + "' failed to satisfy constraint: ";
  }

  private static String whose(Matcher element) {
    if (element.group("index") != null) {
      return "Member";
    }
    return element.group("key") != null ? "Map keys" : "Map value";
  }

  private static String inOrder(String message) {
    return ENUM.matcher(message)
        .replaceAll(
            found ->
                Stream.of(found.group().split(", ")).sorted().collect(Collectors.joining(", ")));
  }
}
