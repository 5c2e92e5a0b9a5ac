package io.hydrant.http.sts;

import java.util.List;

/** An XML element that holds elements or a text. */
public record Element(String name, List<Element> children, String text) {
  private static final int FIRST_PRINTABLE = 0x20;

  public Element {
    children = List.copyOf(children);
  }

  public static Element of(String name, Element... children) {
    return new Element(name, List.of(children), "");
  }

  public static Element of(String name, String text) {
    return new Element(name, List.of(), text);
  }

  /**
   * @param namespace of the element and all in it
   */
  public String write(String namespace) {
    StringBuilder xml = new StringBuilder();
    write(xml, " xmlns=\"" + namespace + "\"");
    return xml.append('\n').toString();
  }

  private void write(StringBuilder xml, String attribute) {
    xml.append('<').append(name).append(attribute).append('>');
    text.codePoints().forEach(point -> escape(xml, point));
    children.forEach(child -> child.write(xml, ""));
    xml.append("</").append(name).append('>');
  }

  /** XML has no way to write most control characters. */
  private static void escape(StringBuilder xml, int point) {
    switch (point) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      case '"' -> xml.append("&quot;");
      default -> xml.appendCodePoint(writable(point) ? point : '?');
    }
  }

  private static boolean writable(int point) {
    return (point >= FIRST_PRINTABLE || point == '\n' || point == '\t')
        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        && (point & 0xFFFE) != 0xFFFE;
  }
}
