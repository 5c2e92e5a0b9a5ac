package io.hydrant.s3.configuration;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.xml.XmlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements that documents can have, read from the table {@code documents.txt}. */
final class DocumentSchema {
  private static final String TABLE = "documents.txt";
  private static final Pattern LINE = Pattern.compile("( *)(\\w+)(?: ([!?+*]))?(?: (\\S+))?");
  private static final int INDENT = 2;
  private static final Map<String, Rule> ROOTS = read();

  /**
   * The rule of an element.
   *
   * @param count one of {@code !?+*}
   * @param kind of the text: {@code text}, {@code number}, {@code boolean}, the values with a bar
   *     between them, or empty text
   */
  private record Rule(String name, String count, String kind, List<Rule> children) {
    private boolean takesAnything() {
      return kind.isEmpty() && children.isEmpty();
    }

    private boolean isCount(int found) {
      return switch (count) {
        case "!" -> found == 1;
        case "?" -> found <= 1;
        case "+" -> found >= 1;
        default -> true;
      };
    }

    private boolean isText(String text) {
      return switch (kind) {
        case "", "text" -> true;
        case "number" -> text.matches("[0-9]{1,18}");
        case "boolean" -> Set.of("true", "false", "TRUE", "FALSE").contains(text);
        default -> List.of(kind.split("\\|", -1)).contains(text);
      };
    }
  }

  private DocumentSchema() {}

  private static Map<String, Rule> read() {
    Map<String, Rule> roots = new HashMap<>();
    Deque<Rule> open = new ArrayDeque<>();
    for (String line : table().lines().filter(each -> !each.startsWith("#")).toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException("The table of documents has no line like this: " + line);
      }
      Rule rule =
          new Rule(
              parts.group(2),
              parts.group(3) == null ? "!" : parts.group(3),
              parts.group(4) == null ? "" : parts.group(4),
              new ArrayList<>());
      while (open.size() > parts.group(1).length() / INDENT) {
        open.pop();
      }
      if (open.isEmpty()) {
        roots.put(rule.name(), rule);
      } else {
        open.element().children().add(rule);
      }
      open.push(rule);
    }
    return roots;
  }

  private static String table() {
    try (InputStream table = DocumentSchema.class.getResourceAsStream(TABLE)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks that a document has the elements that it must have, and no others.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedXML
   */
  static void check(XmlNode root) {
    if (!matches(root, ROOTS.get(root.name()))) {
      throw S3Errors.malformedXml().exception();
    }
  }

  private static boolean matches(XmlNode node, Rule rule) {
    if (rule.takesAnything()) {
      return true;
    }
    boolean counted =
        rule.children().stream()
            .allMatch(child -> child.isCount(node.children(child.name()).size()));
    return counted
        && rule.isText(node.text().strip())
        && node.children().stream()
            .allMatch(
                each ->
                    rule.children().stream()
                        .filter(child -> child.name().equals(each.name()))
                        .anyMatch(child -> matches(each, child)));
  }
}
