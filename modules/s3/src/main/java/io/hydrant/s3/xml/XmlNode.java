package io.hydrant.s3.xml;

import java.util.List;
import java.util.Optional;

/**
 * An element that was read. Namespaces are not kept.
 *
 * @param text the text directly inside, with blanks as they were
 * @param type the value of the attribute {@code xsi:type}; empty where it is missing
 */
public record XmlNode(String name, String text, Optional<String> type, List<XmlNode> children) {
  public XmlNode {
    children = List.copyOf(children);
  }

  /** Returns the first child of that name. */
  public Optional<XmlNode> child(String name) {
    return children(name).stream().findFirst();
  }

  public List<XmlNode> children(String name) {
    return children.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** Returns the text of the first child of that name. */
  public Optional<String> text(String name) {
    return child(name).map(XmlNode::text);
  }
}
