package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with single quotes and without escapes, for policies within Java texts. */
final class Json {
  private static final Pattern TOKEN = Pattern.compile("\\s*('[^']*'|[\\[\\]{}:,]|[\\w.+-]+)\\s*");

  private final Matcher tokens;
  private String token = "";

  private Json(String text) {
    tokens = TOKEN.matcher(text);
    advance();
  }

  /** Members without the braces around them. */
  static Structure members(String text) {
    return (Structure) new Json("{" + text + "}").value();
  }

  private Document value() {
    String first = advance();
    return switch (first) {
      case "{" -> structure();
      case "[" -> sequence();
      case "true", "false" -> new Document.Bool(Boolean.parseBoolean(first));
      default ->
          first.startsWith("'")
              ? new Document.Text(unquoted(first))
              : new Document.Numeric(new BigDecimal(first));
    };
  }

  private Structure structure() {
    Structure structure = Structure.empty();
    while (!token.equals("}")) {
      String name = unquoted(advance());
      advance();
      structure = structure.with(name, value());
      skipComma();
    }
    advance();
    return structure;
  }

  private Document sequence() {
    List<Document> elements = new ArrayList<>();
    while (!token.equals("]")) {
      elements.add(value());
      skipComma();
    }
    advance();
    return new Document.Sequence(elements);
  }

  private void skipComma() {
    if (token.equals(",")) {
      advance();
    }
  }

  /** The token read ahead; reads the next one. */
  private String advance() {
    String current = token;
    token = tokens.find() ? tokens.group(1) : "";
    return current;
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }
}
