package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The shapes of one service. */
public final class Forms {
  private static final String INPUT = "Input";

  private final JsonNode shapes;

  private Forms(JsonNode shapes) {
    this.shapes = shapes;
  }

  /**
   * The inputs of the operations that are served, from the model that AWS publishes; as Hydrant
   * declares them where the machine does not have the model.
   */
  public static Forms of(String service) {
    Forms declared = declared(service);
    return PublishedModel.of(service)
        .map(model -> model.inputs(declared.operations()))
        .orElse(declared);
  }

  /** The shapes as Hydrant declares them. */
  static Forms declared(String service) {
    return new Forms(read("/io/hydrant/api/shape/" + service + ".shapes.json").get("shapes"));
  }

  static Forms of(JsonNode shapes) {
    return new Forms(shapes.deepCopy());
  }

  /** These, one of them changed. */
  Forms with(String name, Consumer<ObjectNode> change) {
    ObjectNode all = shapes.deepCopy();
    change.accept((ObjectNode) all.get(name));
    return new Forms(all);
  }

  static JsonNode read(String file) {
    try (InputStream in = Forms.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These and others; no shape may be declared twice. */
  Forms and(JsonNode others) {
    ObjectNode all = shapes.deepCopy();
    others
        .properties()
        .forEach(
            each -> {
              if (all.replace(each.getKey(), each.getValue()) != null) {
                throw new IllegalStateException(each.getKey() + " is declared twice");
              }
            });
    return new Forms(all);
  }

  /** A structure is an operation's input when its name says so and no member has it. */
  public List<String> operations() {
    List<String> all = new ArrayList<>();
    shapes
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.endsWith(INPUT) && !isMember(name)) {
                all.add(name.substring(0, name.length() - INPUT.length()));
              }
            });
    return all;
  }

  private boolean isMember(String name) {
    for (JsonNode shape : shapes) {
      for (JsonNode member : shape.path("members")) {
        if (member.textValue().replace("!", "").equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  Form input(String operation) {
    return form(operation + INPUT);
  }

  Optional<Form> find(String name) {
    return Optional.ofNullable(shapes.get(name)).map(declared -> new Form(name, declared));
  }

  Form form(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no shape " + name));
  }
}
