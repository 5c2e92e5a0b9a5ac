package io.hydrant.http.members;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.api.shape.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The input members that the shapes of a service declare, and inputs that have them. */
final class DeclaredMembers {
  private static final String POLICY =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"kms:*\"}}";
  private final JsonNode shapes;
  private final Predicate<String> closed;

  /**
   * @param closed members that are taken as a whole: those that are refused, and destinations
   */
  DeclaredMembers(String service, Predicate<String> closed) {
    this.closed = closed;
    try (InputStream in = Shapes.class.getResourceAsStream(service + ".shapes.json")) {
      shapes = Json.MAPPER.readTree(in).get("shapes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every member of the operation's input, all the way down. */
  List<String> of(String operation) {
    List<String> found = new ArrayList<>();
    structure(operation + "Input", operation, found);
    return found;
  }

  private void structure(String shape, String path, List<String> found) {
    shapes
        .get(shape)
        .get("members")
        .properties()
        .forEach(
            member -> {
              String at = path + "." + member.getKey();
              found.add(at);
              if (!closed.test(at)) {
                inside(name(member.getValue()), at, found);
              }
            });
  }

  private void inside(String shape, String path, List<String> found) {
    String type = shapes.get(shape).get("type").textValue();
    if (type.equals("structure")) {
      structure(shape, path, found);
    } else if (type.equals("list")) {
      inside(shapes.get(shape).get("of").textValue(), path + "[]", found);
    }
  }

  /**
   * An input that tells what is read of it.
   *
   * @param wanted which of its members it has
   */
  WatchedNode input(String operation, Predicate<String> wanted) {
    WatchedNode root = new WatchedNode(operation);
    fill(root, operation + "Input", wanted);
    return root;
  }

  private void fill(WatchedNode node, String shape, Predicate<String> wanted) {
    shapes
        .get(shape)
        .get("members")
        .properties()
        .forEach(
            member -> {
              String at = node.nameOf(member.getKey());
              if (wanted.test(at)) {
                node.set(member.getKey(), sample(name(member.getValue()), at, node, wanted));
              }
            });
  }

  private JsonNode sample(String shape, String path, WatchedNode parent, Predicate<String> wanted) {
    JsonNode declared = shapes.get(shape);
    return switch (declared.get("type").textValue()) {
      case "structure" -> {
        WatchedNode inner = parent.inner(path);
        fill(inner, shape, wanted);
        yield inner;
      }
      case "list" ->
          Json.MAPPER
              .createArrayNode()
              .add(sample(declared.get("of").textValue(), path + "[]", parent, wanted));
      case "map" -> Json.object().put("a", "b");
      case "integer", "long", "double", "timestamp" -> Json.MAPPER.getNodeFactory().numberNode(7);
      case "boolean" -> Json.MAPPER.getNodeFactory().booleanNode(true);
      case "blob" -> Json.MAPPER.getNodeFactory().textNode("AAAA");
      default -> Json.MAPPER.getNodeFactory().textNode(text(shape, declared));
    };
  }

  private static String text(String shape, JsonNode declared) {
    if (shape.equals("PolicyType")) {
      return POLICY;
    }
    return declared.has("enum") ? declared.get("enum").get(0).textValue() : "a";
  }

  private static String name(JsonNode shape) {
    return shape.textValue().replace("!", "");
  }
}
