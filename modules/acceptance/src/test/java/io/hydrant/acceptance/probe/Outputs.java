package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What one service answers: the output shape of each operation and the errors it declares. */
record Outputs(Forms forms, JsonNode errors) {
  static Outputs of(String service) {
    JsonNode declared = Forms.read("/io/hydrant/acceptance/probe/" + service + ".outputs.json");
    return new Outputs(Forms.declared(service).and(declared.get("shapes")), declared.get("errors"));
  }

  boolean knows(String operation) {
    return errors.has(operation);
  }

  /** Empty where the operation's answer never has a body. */
  Optional<Form> output(String operation) {
    return forms.find(operation + "Output");
  }

  /** The shape of an error that the operation declares. */
  Optional<Form> error(String operation, String code) {
    for (JsonNode declared : errors.get(operation)) {
      if (declared.textValue().equals(code)) {
        return Optional.of(forms.form(code));
      }
    }
    return Optional.empty();
  }
}
