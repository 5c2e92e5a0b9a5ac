package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds an answer against its shape, as strict as a client generated from it could be. */
final class Conformity {
  /** AWS answers the empty text, against its own shape, for the name of a grant without one. */
  private static final String GRANT_NAME = "GrantListEntry.Name";

  /**
   * Longer keys are taken than the description's shape has, and keys of newer specs are described
   * by them in the deprecated member too, whose enum was left as it was.
   */
  private static final Set<String> WIDER =
      Set.of("DatabaseSourceDescription.SurrogateKeys", "KeyMetadata.CustomerMasterKeySpec");

  private final Forms forms;
  private final List<String> problems = new ArrayList<>();

  Conformity(Forms forms) {
    this.forms = forms;
  }

  /** Everything that is wrong, with its path; nothing for a fitting value. */
  List<String> of(Form form, JsonNode value) {
    value(form, value, "");
    return problems;
  }

  private void value(Form form, JsonNode value, String path) {
    switch (form.type()) {
      case STRUCTURE -> structure(form, value, path);
      case LIST -> list(form, value, path);
      case MAP -> map(form, value, path);
      case STRING -> string(form, value, path);
      case BLOB -> blob(form, value, path);
      case INTEGER -> {
        want(value.isIntegralNumber() && value.canConvertToInt(), path, "an integer", value);
        bounds(form, value.decimalValue(), path);
      }
      case DOUBLE -> {
        want(value.isNumber(), path, "a number", value);
        bounds(form, value.decimalValue(), path);
      }
      case BOOLEAN -> want(value.isBoolean(), path, "a boolean", value);
      case TIMESTAMP ->
          want(
              value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 3,
              path,
              "seconds with at most 3 decimals",
              value);
    }
  }

  private void structure(Form form, JsonNode value, String path) {
    if (want(value.isObject(), path, "a structure", value)) {
      var members = form.members();
      members.forEach(
          (name, member) ->
              want(!member.required() || value.has(name), path + "." + name, "to be there", value));
      value
          .properties()
          .forEach(
              each -> {
                String at = path + "." + each.getKey();
                Form.Member member = members.get(each.getKey());
                if (isBeyondItsShape(form.name() + "." + each.getKey(), each.getValue())) {
                  return;
                }
                if (want(member != null, at, "no such member", each.getValue())) {
                  value(forms.form(member.shape()), each.getValue(), at);
                }
              });
    }
  }

  private static boolean isBeyondItsShape(String member, JsonNode value) {
    return (member.equals(GRANT_NAME) && value.asText().isEmpty()) || WIDER.contains(member);
  }

  private void list(Form form, JsonNode value, String path) {
    if (want(value.isArray(), path, "a list", value)) {
      bounds(form, BigDecimal.valueOf(value.size()), path);
      int index = 0;
      for (JsonNode each : value) {
        value(forms.form(form.element()), each, path + "[" + index++ + "]");
      }
    }
  }

  private void map(Form form, JsonNode value, String path) {
    if (want(value.isObject(), path, "a map", value)) {
      bounds(form, BigDecimal.valueOf(value.size()), path);
      value
          .properties()
          .forEach(
              each -> {
                String at = path + "{" + each.getKey() + "}";
                value(forms.form(form.key()), Samples.JSON.textNode(each.getKey()), at);
                value(forms.form(form.element()), each.getValue(), at);
              });
    }
  }

  private void string(Form form, JsonNode value, String path) {
    if (want(value.isTextual(), path, "a string", value)) {
      String text = value.textValue();
      bounds(form, BigDecimal.valueOf(text.codePointCount(0, text.length())), path);
      form.pattern()
          .ifPresent(pattern -> want(Pattern.matches(pattern, text), path, pattern, value));
      List<String> values = form.values();
      want(values.isEmpty() || values.contains(text), path, "one of " + values, value);
    }
  }

  private void blob(Form form, JsonNode value, String path) {
    if (want(value.isTextual(), path, "a base64 string", value)) {
      try {
        int bytes = Base64.getDecoder().decode(value.textValue()).length;
        bounds(form, BigDecimal.valueOf(bytes), path);
      } catch (IllegalArgumentException e) {
        want(false, path, "base64", value);
      }
    }
  }

  private void bounds(Form form, BigDecimal measured, String path) {
    boolean within =
        form.min().filter(min -> measured.compareTo(BigDecimal.valueOf(min)) < 0).isEmpty()
            && form.max().filter(max -> measured.compareTo(BigDecimal.valueOf(max)) > 0).isEmpty();
    String bounds = form.min().orElse(0) + " to " + form.max().map(String::valueOf).orElse("any");
    want(within, path, bounds, Samples.JSON.numberNode(measured));
  }

  private boolean want(boolean holds, String path, String wanted, JsonNode found) {
    if (!holds) {
      problems.add((path.isEmpty() ? "the body" : path) + ": expected " + wanted + ": " + found);
    }
    return holds;
  }
}
