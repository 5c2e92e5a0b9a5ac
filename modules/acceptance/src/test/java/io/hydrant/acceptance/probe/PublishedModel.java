package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service as AWS publishes it, in the form of the declared shapes, so that both can be held
 * against each other. What the service is known to do otherwise, and what came after the model, is
 * in {@code model-differences.json}, each with its reason.
 */
public final class PublishedModel {
  private final JsonNode model;
  private final JsonNode differences;
  private final ObjectNode shapes = Samples.JSON.objectNode();

  private PublishedModel(JsonNode model, JsonNode differences) {
    this.model = model;
    this.differences = differences;
  }

  /** Empty where no Python of the machine has a botocore that is new enough. */
  public static Optional<PublishedModel> of(String service) {
    return Botocore.newest()
        .map(
            botocore ->
                new PublishedModel(
                    botocore.model(service),
                    Forms.read("/io/hydrant/acceptance/probe/model-differences.json")
                        .get(service)));
  }

  public Set<String> operations() {
    Set<String> all = new TreeSet<>();
    model.get("operations").fieldNames().forEachRemaining(all::add);
    differences.path("operations").forEach(each -> all.add(each.textValue()));
    return all;
  }

  /** The errors that an operation declares. */
  public Set<String> errors(String operation) {
    Set<String> all = new TreeSet<>();
    model
        .at("/operations/" + operation + "/errors")
        .forEach(error -> all.add(error.get("shape").textValue()));
    return all;
  }

  /** The shapes of these operations' inputs. */
  Forms inputs(List<String> operations) {
    return forms(operations, "input", "Input");
  }

  /** The shapes of these operations' outputs; an operation without one is left out. */
  Forms outputs(List<String> operations) {
    return forms(operations, "output", "Output");
  }

  private Forms forms(List<String> operations, String which, String suffix) {
    shapes.removeAll();
    for (String operation : operations) {
      JsonNode shape = model.at("/operations/" + operation + "/" + which + "/shape");
      if (shape.isTextual()) {
        shapes.set(operation + suffix, converted(shape.textValue()));
      }
    }
    differences.path("shapes").properties().forEach(this::amend);
    return Forms.of(shapes);
  }

  private ObjectNode converted(String name) {
    JsonNode given = model.get("shapes").get(name);
    ObjectNode made = Samples.JSON.objectNode();
    made.put("type", given.get("type").textValue().replace("long", "integer"));
    for (String attribute : List.of("min", "max", "pattern", "enum", "sensitive")) {
      Optional.ofNullable(given.get(attribute)).ifPresent(value -> made.set(attribute, value));
    }
    Set<String> required = new TreeSet<>();
    given.path("required").forEach(member -> required.add(member.textValue()));
    given
        .path("members")
        .properties()
        .forEach(
            member ->
                made.withObject("/members")
                    .put(
                        member.getKey(),
                        used(member.getValue()) + (required.contains(member.getKey()) ? "!" : "")));
    Optional.ofNullable(given.get("member")).ifPresent(each -> made.put("of", used(each)));
    Optional.ofNullable(given.get("value")).ifPresent(each -> made.put("of", used(each)));
    Optional.ofNullable(given.get("key")).ifPresent(each -> made.put("by", used(each)));
    return made;
  }

  /** The name of a shape that is converted with those that use it. */
  private String used(JsonNode reference) {
    String name = reference.get("shape").textValue();
    if (!shapes.has(name)) {
      shapes.set(name, Samples.JSON.objectNode());
      shapes.set(name, converted(name));
    }
    return name;
  }

  private void amend(Map.Entry<String, JsonNode> difference) {
    JsonNode change = difference.getValue().get("change");
    if (difference.getValue().path("new").asBoolean() || shapes.has(difference.getKey())) {
      ObjectNode shape = shapes.withObject("/" + difference.getKey());
      change
          .properties()
          .forEach(
              each -> {
                if (each.getValue() instanceof ObjectNode members) {
                  shape.withObject("/" + each.getKey()).setAll(members);
                } else {
                  shape.set(each.getKey(), each.getValue());
                }
              });
    }
  }
}
