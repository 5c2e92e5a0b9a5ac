package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All variants of an operation's input: each place in it with each value that tells something. */
public final class Variants {
  private final Samples samples;
  private final String operation;
  private final List<Variant> all = new ArrayList<>();

  private Variants(Samples samples, String operation) {
    this.samples = samples;
    this.operation = operation;
  }

  /**
   * @param known by shape, values that mean something to the node
   * @param completed makes an input of required members one that the operation likes
   */
  public static List<Variant> of(
      Forms forms,
      String operation,
      Map<String, String> known,
      UnaryOperator<ObjectNode> completed) {
    Samples samples = new Samples(forms, known);
    Variants variants = new Variants(samples, operation);
    Form input = forms.input(operation);
    Place root = new Place("", body -> body.isObject() ? completed.apply((ObjectNode) body) : body);
    variants.add(root, "required members only", samples.minimal(input), new Variant.Valid());
    variants.add(root, "all members", samples.full(input), new Variant.Valid());
    variants.types(input, root);
    variants.members(input, root);
    return variants.all;
  }

  private void members(Form structure, Place place) {
    structure
        .members()
        .forEach(
            (name, member) -> {
              Place at = place.member(name, value -> with(structure, name, value));
              Variant.Verdict none =
                  member.required()
                      ? new Variant.Broken(at.path(), "Member must not be null", true)
                      : new Variant.Valid();
              ObjectNode without = samples.minimal(structure);
              without.remove(name);
              add(place, at.path() + " missing", without, none);
              add(at, "null", Samples.JSON.nullNode(), none);
              value(samples.forms().form(member.shape()), at);
            });
  }

  private ObjectNode with(Form structure, String name, JsonNode value) {
    ObjectNode made = samples.minimal(structure);
    made.set(name, value);
    return made;
  }

  private void value(Form form, Place place) {
    types(form, place);
    Special.of(form, samples)
        .forEach(each -> add(place, each.what(), each.value(), each.at(place)));
    switch (form.type()) {
      case STRUCTURE -> {
        add(place, "all members", samples.full(form), new Variant.Valid());
        members(form, place);
      }
      case LIST ->
          value(
              samples.forms().form(form.element()),
              place.inside(place.path() + ".1.member", one -> Samples.repeated(one, 1)));
      case MAP -> map(form, place);
      default -> {}
    }
  }

  private void map(Form form, Place place) {
    Form key = samples.forms().form(form.key());
    Form element = samples.forms().form(form.element());
    String name = samples.text(key);
    Place keyPlace =
        place.inside(
            place.path() + ".key",
            text -> Samples.JSON.objectNode().set(text.textValue(), samples.of(element, false)));
    Special.of(key, samples)
        .forEach(each -> add(keyPlace, each.what(), each.value(), each.at(keyPlace)));
    value(
        element,
        place.inside(
            place.path() + "." + name + ".member",
            one -> Samples.JSON.objectNode().set(name, one)));
  }

  private void types(Form form, Place place) {
    Mistypes.of(form.type())
        .forEach(wrong -> add(place, "as " + wrong, wrong, new Variant.Mistyped()));
  }

  private void add(Place place, String what, JsonNode value, Variant.Verdict verdict) {
    all.add(
        new Variant(operation, place.path() + " " + what, place.around().apply(value), verdict));
  }
}
