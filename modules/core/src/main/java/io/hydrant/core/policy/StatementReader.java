package io.hydrant.core.policy;

import static io.hydrant.core.policy.PolicyReader.many;
import static io.hydrant.core.policy.PolicyReader.oneOf;
import static io.hydrant.core.policy.PolicyReader.onlyKnown;
import static io.hydrant.core.policy.PolicyReader.require;
import static io.hydrant.core.policy.PolicyReader.structure;
import static io.hydrant.core.policy.PolicyReader.text;
import static io.hydrant.core.policy.PolicyReader.texts;
import static io.hydrant.core.policy.PolicyReader.unreadable;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one statement of a policy. */
final class StatementReader {
  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Pattern ACTION = Pattern.compile("\\*|[a-z0-9-]+:[a-zA-Z0-9*?]+");
  private static final Pattern AWS_PRINCIPAL =
      Pattern.compile(
          "\\*|[0-9]{12}|arn:aws[a-z-]*:(iam|sts)::([0-9]{12}|aws-[a-z]+):[\\w+=,.@:/-]+");
  private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");

  private StatementReader() {}

  static Statement read(Structure statement, int number, boolean ofResource) {
    onlyKnown(statement, ELEMENTS, "A statement");
    return new Statement(
        number,
        statement.get("Sid").map(sid -> text(sid, "Sid")),
        effect(statement),
        principals(statement, ofResource),
        actions(statement),
        resources(statement, ofResource),
        conditions(statement));
  }

  private static Statement.Effect effect(Structure statement) {
    return switch (statement.text("Effect").orElse("")) {
      case "Allow" -> Statement.Effect.ALLOW;
      case "Deny" -> Statement.Effect.DENY;
      default -> throw unreadable("Effect must be Allow or Deny.");
    };
  }

  private static Optional<Principals> principals(Structure statement, boolean ofResource) {
    Optional<Document> given = oneOf(statement, "Principal", "NotPrincipal");
    require(
        given.isPresent() == ofResource,
        ofResource
            ? "A statement of a resource's policy needs a Principal."
            : "A statement of an identity's policy has no Principal.");
    boolean inverted = statement.has("NotPrincipal");
    return given.map(document -> principals(document, inverted));
  }

  private static Principals principals(Document given, boolean inverted) {
    if (given instanceof Document.Text text) {
      require(text.value().equals("*"), "Principal must be \"*\" or an object.");
      return new Principals(true, List.of(), List.of(), inverted);
    }
    Structure kinds = structure(given, "Principal");
    onlyKnown(kinds, Set.of("AWS", "Service"), "Principal");
    List<String> aws = kinds.get("AWS").map(each -> texts(each, "Principal.AWS")).orElse(List.of());
    List<String> services =
        kinds.get("Service").map(each -> texts(each, "Principal.Service")).orElse(List.of());
    aws.forEach(
        arn ->
            require(AWS_PRINCIPAL.matcher(arn).matches(), "Invalid principal in policy: " + arn));
    services.forEach(
        name -> require(SERVICE.matcher(name).matches(), "Invalid principal in policy: " + name));
    require(!aws.isEmpty() || !services.isEmpty(), "Principal names nobody.");
    return new Principals(aws.contains("*"), aws, services, inverted);
  }

  private static Names actions(Structure statement) {
    List<String> actions =
        texts(
            oneOf(statement, "Action", "NotAction")
                .orElseThrow(() -> unreadable("A statement needs an Action.")),
            "Action");
    actions.forEach(
        action -> require(ACTION.matcher(action).matches(), "There is no action " + action + "."));
    return new Names(actions, statement.has("NotAction"));
  }

  /** The policy of a resource may leave the resource out: it means its own. */
  private static Names resources(Structure statement, boolean ofResource) {
    Optional<Document> given = oneOf(statement, "Resource", "NotResource");
    require(given.isPresent() || ofResource, "A statement needs a Resource.");
    List<String> resources = given.map(each -> texts(each, "Resource")).orElse(List.of("*"));
    resources.forEach(
        resource ->
            require(
                resource.equals("*") || resource.startsWith("arn:"),
                "Resource must be \"*\" or an ARN: " + resource));
    return new Names(resources, statement.has("NotResource"));
  }

  private static List<Condition> conditions(Structure statement) {
    List<Condition> conditions = new ArrayList<>();
    statement
        .get("Condition")
        .map(each -> structure(each, "Condition"))
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        (operator, keys) ->
                            structure(keys, "Condition " + operator)
                                .members()
                                .entrySet()
                                .forEach(key -> conditions.add(condition(operator, key)))));
    return conditions;
  }

  private static Condition condition(String operatorText, Map.Entry<String, Document> key) {
    Condition.Quantifier quantifier = Condition.Quantifier.ONE;
    String name = operatorText;
    if (name.startsWith("ForAllValues:")) {
      quantifier = Condition.Quantifier.ALL_VALUES;
    } else if (name.startsWith("ForAnyValue:")) {
      quantifier = Condition.Quantifier.ANY_VALUE;
    }
    name = name.substring(name.indexOf(':') + 1);
    boolean ifExists = name.endsWith("IfExists");
    String bare = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
    Operator operator =
        Operator.of(bare)
            .filter(known -> !(ifExists && known == Operator.NULL))
            .orElseThrow(
                () -> unreadable("The condition operator " + operatorText + " is not supported."));
    require(
        ConditionKeys.isKnown(key.getKey()),
        "The condition key " + key.getKey() + " is not supported.");
    List<String> values = many(key.getValue()).stream().map(StatementReader::value).toList();
    require(!values.isEmpty(), "Condition " + key.getKey() + " must not be empty.");
    for (String value : values) {
      Variables.unknown(value)
          .ifPresent(
              variable -> {
                throw unreadable("The policy variable ${" + variable + "} is not supported.");
              });
      require(
          operator.accepts(value),
          "The value " + value + " cannot stand with " + operatorText + ".");
    }
    return new Condition(
        quantifier, operator, ifExists, key.getKey().toLowerCase(Locale.ROOT), values);
  }

  /** Numbers and booleans may stand without quotes. */
  private static String value(Document document) {
    if (document instanceof Document.Bool bool) {
      return Boolean.toString(bool.value());
    }
    return document instanceof Document.Numeric number
        ? number.value().toPlainString()
        : text(document, "A condition's value");
  }
}
