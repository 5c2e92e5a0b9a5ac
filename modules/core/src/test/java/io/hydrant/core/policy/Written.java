package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes policies out again, every list as a list. */
final class Written {
  private Written() {}

  static Structure policy(Policy policy) {
    return Json.members("'Version':'2012-10-17'")
        .with("Statement", sequence(policy.statements().stream().map(Written::statement).toList()));
  }

  private static Document statement(Statement statement) {
    Structure written =
        Structure.empty()
            .with("Effect", text(statement.effect().toString()))
            .with(name("Action", statement.actions()), templates(statement.actions()))
            .with(name("Resource", statement.resources()), templates(statement.resources()))
            .with("Condition", conditions(statement.conditions()));
    for (String sid : statement.sid().stream().toList()) {
      written = written.with("Sid", text(sid));
    }
    if (statement.principals() instanceof Principals.Only only) {
      return written.with("Principal", principals(only.patterns()));
    }
    return statement.principals() instanceof Principals.AllBut others
        ? written.with("NotPrincipal", principals(others.patterns()))
        : written;
  }

  private static Document principals(List<PrincipalPattern> patterns) {
    Map<String, List<Document>> kinds =
        patterns.stream()
            .collect(
                Collectors.groupingBy(
                    Written::kind,
                    Collectors.mapping(Written::principal, Collectors.toUnmodifiableList())));
    Structure written = Structure.empty();
    for (String kind : kinds.keySet().stream().sorted().toList()) {
      written = written.with(kind, sequence(kinds.getOrDefault(kind, List.of())));
    }
    return written;
  }

  private static String kind(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Exactly exactly
            && exactly.principal() instanceof Principal.Service
        ? "Service"
        : "AWS";
  }

  private static Document principal(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Account account) {
      return text(account.id());
    }
    return text(
        pattern instanceof PrincipalPattern.Exactly exactly ? exactly.principal().arn() : "*");
  }

  private static Document conditions(List<Condition> conditions) {
    Structure written = Structure.empty();
    for (Condition condition : conditions) {
      String operator = condition.operator().toString();
      Structure keys = written.structure(operator).orElseGet(Structure::empty);
      List<Document> values =
          condition.operands().stream().map(operand -> text(operand(operand))).toList();
      written = written.with(operator, keys.with(condition.key(), sequence(values)));
    }
    return written;
  }

  private static String operand(ConditionValue operand) {
    if (operand instanceof ConditionValue.Words words) {
      return template(words.template());
    }
    if (operand instanceof ConditionValue.Arn arn) {
      return template(arn.template());
    }
    if (operand instanceof ConditionValue.Amount amount) {
      return amount.bound().toPlainString();
    }
    if (operand instanceof ConditionValue.Moment moment) {
      return moment.bound().toString();
    }
    if (operand instanceof ConditionValue.Network network) {
      return address(network.address()) + "/" + network.prefix();
    }
    return Boolean.toString(((ConditionValue.Flag) operand).expected());
  }

  /** Version 4, which is all that the generated policies have. */
  private static String address(IpAddress address) {
    int bits = address.bits().intValue();
    return (bits >>> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
  }

  private static String name(String element, ElementMatcher<PolicyPattern> choice) {
    return choice.inverted() ? "Not" + element : element;
  }

  private static Document templates(ElementMatcher<PolicyPattern> choice) {
    return sequence(choice.items().stream().map(one -> text(template(one))).toList());
  }

  private static String template(PolicyPattern template) {
    return template.parts().stream().map(Written::part).collect(Collectors.joining());
  }

  private static String part(PolicyPattern.Part part) {
    if (part instanceof PolicyPattern.Part.Literal literal) {
      return literal.text().replaceAll("[*?$]", "\\${$0}");
    }
    if (part instanceof PolicyPattern.Part.Variable variable) {
      return "${" + variable.key() + "}";
    }
    return part == PolicyPattern.Part.Wildcard.RUN ? "*" : "?";
  }

  private static Document text(String value) {
    return new Document.Text(value);
  }

  private static Document sequence(List<? extends Document> elements) {
    return new Document.Sequence(List.copyOf(elements));
  }
}
