package io.hydrant.http.auth.sts;

import java.util.List;

/** An XML element that holds elements or a text. */
public record XmlElement(String name, List<XmlElement> children, String text) {
  private static final int FIRST_PRINTABLE = 0x20;

  public XmlElement {
    children = List.copyOf(children);
  }

  public static XmlElement of(String name, XmlElement... children) {
    return new XmlElement(name, List.of(children), "");
  }

  public static XmlElement of(String name, String text) {
    return new XmlElement(name, List.of(), text);
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
