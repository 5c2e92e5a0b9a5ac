package io.hydrant.http.members;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An object that notes which of its members are read, all the way down. */
@SuppressWarnings("unchecked") // Of the overloads of deepCopy in its superclasses.
final class WatchedNode extends ObjectNode {
  private static final long serialVersionUID = 1L;
  private final String path;
  private final transient Set<String> read;

  WatchedNode(String path) {
    this(path, new TreeSet<>());
  }

  private WatchedNode(String path, Set<String> read) {
    super(JsonNodeFactory.instance);
    this.path = path;
    this.read = read;
  }

  /** An object within this one. */
  WatchedNode inner(String innerPath) {
    return new WatchedNode(innerPath, read);
  }

  String nameOf(String member) {
    return path + "." + member;
  }

  Set<String> read() {
    return read;
  }

  @Override
  public JsonNode get(String member) {
    return noted(member, super.get(member));
  }

  @Override
  public JsonNode path(String member) {
    return noted(member, super.path(member));
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> properties() {
    super.properties().forEach(each -> read.add(nameOf(each.getKey())));
    return super.properties();
  }

  private JsonNode noted(String member, JsonNode value) {
    read.add(nameOf(member));
    return value;
  }
}
