package io.hydrant.delivery.schema;

import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads types in Hive's notation, for example {@code map<string,array<struct<a:int>>>}. */
public final class HiveTypeParser {
  private static final int DECIMAL_PRECISION = 10;
  private static final int DECIMAL_PRECISION_MAX = 38;
  private static final int DEPTH_MAX = 64;
  private static final int SHOWN_MAX = 200;

  private final String text;
  private int at;
  private int depth;

  private HiveTypeParser(String text) {
    this.text = text;
  }

  /**
   * Returns the type.
   *
   * @throws TableException where the text is not a type that Hive has
   */
  public static HiveType parse(String text) {
    HiveTypeParser parser = new HiveTypeParser(text);
    HiveType type = parser.type();
    parser.skipBlanks();
    if (parser.at < text.length()) {
      throw parser.invalid();
    }
    return type;
  }

  private HiveType type() {
    if (++depth > DEPTH_MAX) {
      throw invalid();
    }
    String name = name().toLowerCase(Locale.ROOT);
    HiveType type =
        switch (name) {
          case "string" -> Primitive.STRING;
          case "binary" -> Primitive.BINARY;
          case "tinyint" -> Primitive.TINYINT;
          case "smallint" -> Primitive.SMALLINT;
          case "int", "integer" -> Primitive.INT;
          case "bigint" -> Primitive.BIGINT;
          case "float" -> Primitive.FLOAT;
          case "double" -> Primitive.DOUBLE;
          case "boolean" -> Primitive.BOOLEAN;
          case "date" -> Primitive.DATE;
          case "timestamp" -> Primitive.TIMESTAMP;
          case "char", "varchar" -> boundedText();
          case "decimal", "numeric" -> decimal();
          case "array" -> array();
          case "map" -> map();
          case "struct" -> struct();
          default -> throw invalid();
        };
    depth--;
    return type;
  }

  private HiveType boundedText() {
    expect('(');
    int length = number();
    expect(')');
    return new HiveType.BoundedText(length);
  }

  private HiveType decimal() {
    int precision = DECIMAL_PRECISION;
    int scale = 0;
    if (accept('(')) {
      precision = number();
      if (accept(',')) {
        scale = number();
      }
      expect(')');
    }
    if (precision < 1 || precision > DECIMAL_PRECISION_MAX || scale > precision) {
      throw invalid();
    }
    return new HiveType.Decimal(precision, scale);
  }

  private HiveType array() {
    expect('<');
    HiveType element = type();
    expect('>');
    return new HiveType.Array(element);
  }

  private HiveType map() {
    expect('<');
    HiveType key = type();
    if (key.isContainer()) {
      throw invalid();
    }
    expect(',');
    HiveType value = type();
    expect('>');
    return new HiveType.MapOf(key, value);
  }

  private HiveType struct() {
    expect('<');
    List<Column> fields = new ArrayList<>();
    do {
      String name = name();
      expect(':');
      fields.add(new Column(name, type()));
    } while (accept(','));
    expect('>');
    return new HiveType.Struct(fields);
  }

  private String name() {
    skipBlanks();
    int start = at;
    while (at < text.length() && "<>(),: ".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw invalid();
    }
    return text.substring(start, at);
  }

  private int number() {
    String digits = name();
    if (!digits.matches("[0-9]{1,5}")) {
      throw invalid();
    }
    return Integer.parseInt(digits);
  }

  private void expect(char next) {
    if (!accept(next)) {
      throw invalid();
    }
  }

  private boolean accept(char next) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == next) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private TableException invalid() {
    String shown = text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    return TableException.invalid("The type " + shown + " is not one that Hive has.");
  }
}
