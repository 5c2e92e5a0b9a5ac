package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back for a call.
 *
 * @param target the header that names the operation
 */
public record Answer(String target, int status, String body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, Outputs> SERVICES =
      Map.of("Firehose_20150804", Outputs.of("firehose"), "TrentService", Outputs.of("kms"));

  /** Everything in which it is not as the operation's shapes say; nothing for an unknown target. */
  public List<String> problems() {
    int dot = target.indexOf('.');
    String operation = target.substring(dot + 1);
    return Optional.ofNullable(SERVICES.get(target.substring(0, Math.max(0, dot))))
        .filter(outputs -> outputs.knows(operation))
        .map(outputs -> problems(outputs, operation))
        .orElseGet(List::of)
        .stream()
        .map(problem -> operation + " (" + status + "): " + problem)
        .toList();
  }

  private List<String> problems(Outputs outputs, String operation) {
    Optional<Form> output = outputs.output(operation);
    boolean canBeEmpty = output.map(form -> form.members().isEmpty()).orElse(true);
    if (body.isEmpty() && status == 200) {
      return canBeEmpty ? List.of() : List.of("the body is empty");
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return List.of("no JSON: " + body);
    }
    if (status != 200) {
      return error(outputs, operation, json);
    }
    return output
        .map(form -> new Conformity(outputs.forms()).of(form, json))
        .orElseGet(() -> List.of("a body where the operation has no output: " + body));
  }

  private List<String> error(Outputs outputs, String operation, JsonNode json) {
    List<String> problems = new ArrayList<>();
    String code = json.path("__type").asText("");
    Optional<Form> declared = outputs.error(operation, code);
    if (declared.isEmpty() && !CommonErrors.has(code)) {
      problems.add("'" + code + "' is declared neither here nor everywhere");
    }
    if (status != CommonErrors.status(code)) {
      problems.add("expected the status " + CommonErrors.status(code) + " with " + code);
    }
    if (!json.path("message").isTextual()) {
      problems.add("the error has no message: " + body);
    }
    if (declared.isPresent() && json.isObject()) {
      JsonNode members = json.deepCopy();
      ((com.fasterxml.jackson.databind.node.ObjectNode) members).remove("__type");
      problems.addAll(new Conformity(outputs.forms()).of(declared.get(), members));
    }
    return problems;
  }
}
