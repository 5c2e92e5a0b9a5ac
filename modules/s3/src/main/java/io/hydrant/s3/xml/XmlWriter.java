package io.hydrant.s3.xml;

import java.util.Optional;

/**
 * Writes a document. Characters that XML cannot hold are written as numeric references, as S3 does;
 * the JDK's writer leaves them as they are.
 */
public final class XmlWriter {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  /** Content of an element. */
  @FunctionalInterface
  public interface Body {
    void write(XmlWriter xml);
  }

  private XmlWriter() {}

  /** Returns a document whose root is in S3's namespace. */
  public static String document(String root, Body body) {
    XmlWriter xml = new XmlWriter();
    xml.raw("<" + root + " xmlns=\"" + NAMESPACE + "\">").inside(root, body);
    return xml.text.toString();
  }

  /** Returns a document that was read, in S3's namespace and without what S3 does not keep. */
  public static String document(XmlNode root) {
    return document(root.name(), xml -> root.children().forEach(xml::node));
  }

  private void node(XmlNode node) {
    String type =
        node.type()
            .map(
                kind ->
                    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
                        + kind.replaceAll("[^A-Za-z]", "")
                        + "\"")
            .orElse("");
    raw("<" + node.name() + type + ">");
    if (node.children().isEmpty()) {
      node.text().codePoints().forEach(this::character);
    }
    inside(node.name(), xml -> node.children().forEach(xml::node));
  }

  /** Returns a document of one element with text. */
  public static String textDocument(String root, String value) {
    XmlWriter xml = new XmlWriter();
    xml.raw("<" + root + " xmlns=\"" + NAMESPACE + "\">");
    value.codePoints().forEach(xml::character);
    return xml.raw("</" + root + ">").text.toString();
  }

  /** Returns a document without a namespace, as errors are. */
  public static String plain(String root, Body body) {
    XmlWriter xml = new XmlWriter();
    xml.element(root, body);
    return xml.text.toString();
  }

  public XmlWriter element(String name, Body body) {
    return raw("<" + name + ">").inside(name, body);
  }

  public XmlWriter element(String name, String value) {
    raw("<" + name + ">");
    value.codePoints().forEach(this::character);
    return raw("</" + name + ">");
  }

  public XmlWriter element(String name, long value) {
    return element(name, Long.toString(value));
  }

  public XmlWriter element(String name, boolean value) {
    return element(name, Boolean.toString(value));
  }

  /** Writes an element where there is a value. */
  public XmlWriter element(String name, Optional<String> value) {
    value.ifPresent(present -> element(name, present));
    return this;
  }

  /** Writes an element with the attribute that tells the kind of a grantee. */
  public XmlWriter grantee(String kind, Body body) {
    return raw("<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
            + kind
            + "\">")
        .inside("Grantee", body);
  }

  private XmlWriter inside(String name, Body body) {
    body.write(this);
    return raw("</" + name + ">");
  }

  private XmlWriter raw(String markup) {
    text.append(markup);
    return this;
  }

  private void character(int code) {
    switch (code) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      default -> {
        if ((code < ' ' && code != '\n' && code != '\t') || code == 0xfffe || code == 0xffff) {
          text.append("&#x").append(Integer.toHexString(code)).append(';');
        } else {
          text.appendCodePoint(code);
        }
      }
    }
  }
}
