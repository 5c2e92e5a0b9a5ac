package io.hydrant.acceptance.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message of each service about a broken constraint, as recorded from AWS. */
public enum ConstraintMessage {
  /**
   * Repeats no value, reports the texts of a list or map together, and lists enums in an order of
   * its own.
   */
  FIREHOSE {
    @Override
    public boolean says(String message, Variant.Broken broken) {
      Matcher element = ELEMENT.matcher(broken.path());
      String text = inOrder(message);
      if (text.contains("Value '") || text.contains("Value null")) {
        return false;
      }
      return element.matches()
          ? text.contains(
                  failed(element.group("at")) + whose(element) + " must satisfy constraint: [")
              && text.contains(inOrder(broken.constraint()))
          : text.contains("Value " + failed(broken.path()) + inOrder(broken.constraint()));
    }
  },

  KMS {
    @Override
    public boolean says(String message, Variant.Broken broken) {
      return message.contains(failed(broken.path()) + broken.constraint());
    }
  };

  /** The path of a text in a list or a map, or of a map's key; a tag's Key is no map's key. */
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
