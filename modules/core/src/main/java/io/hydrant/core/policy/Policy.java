package io.hydrant.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A policy's statements. Of several that decide, the first one is named as the reason. */
public record Policy(List<Statement> statements) {
  public Policy {
    statements = List.copyOf(statements);
  }

  /** Evaluates the request; an explicit deny wins over every allow. */
  public PolicyEvaluation evaluate(AccessRequest request) {
    OptionalInt denying = first(statement -> statement.denies(request));
    if (denying.isPresent()) {
      return new PolicyEvaluation.DeniedBy(denying.getAsInt(), statements.get(denying.getAsInt()));
    }
    return allowing(statement -> statement.allows(request))
        .<PolicyEvaluation>map(Function.identity())
        .orElseGet(PolicyEvaluation.Implicit::new);
  }

  /** Returns the statement that leaves the request to the principal's account; ignores denials. */
  Optional<PolicyEvaluation.AllowedBy> delegation(AccessRequest request) {
    return allowing(statement -> statement.delegatesToAccount(request));
  }

  /** Returns whether a condition uses that key. */
  public boolean mentions(String conditionKey) {
    return statements.stream()
        .flatMap(statement -> statement.conditions().stream())
        .anyMatch(condition -> condition.key().equalsIgnoreCase(conditionKey));
  }

  /** The users, roles and sessions that the statements name one by one. */
  public List<Principal> principals() {
    return statements.stream().flatMap(statement -> statement.principals().named()).toList();
  }

  private Optional<PolicyEvaluation.AllowedBy> allowing(Predicate<Statement> which) {
    return first(which).stream()
        .mapToObj(index -> new PolicyEvaluation.AllowedBy(index, statements.get(index)))
        .findFirst();
  }

  private OptionalInt first(Predicate<Statement> which) {
    return IntStream.range(0, statements.size())
        .filter(index -> which.test(statements.get(index)))
        .findFirst();
  }
}
