package io.hydrant.core.policy;

import java.util.List;
import java.util.function.Predicate;

/** A policy document that has been understood, every part of it. */
public record Policy(List<Statement> statements) {
  public Policy {
    statements = List.copyOf(statements);
  }

  /** What the policy says of the request; "an explicit deny … overrides any allows". */
  public Verdict evaluate(AccessRequest request) {
    List<Statement> applying =
        statements.stream().filter(statement -> statement.applies(request)).toList();
    return first(applying, statement -> statement.effect() == Statement.Effect.DENY)
        .<Verdict>map(Verdict.Denied::new)
        .or(
            () ->
                first(applying, statement -> statement.namesDirectly(request.principal()))
                    .map(Verdict.Allowed::new))
        .or(
            () ->
                // A service that acts for an account is not one of its principals.
                first(applying, statement -> !request.principal().isService())
                    .map(Verdict.LeftToAccount::new))
        .orElseGet(Verdict.Silent::new);
  }

  private static java.util.Optional<Statement> first(
      List<Statement> statements, Predicate<Statement> wanted) {
    return statements.stream().filter(wanted).findFirst();
  }
}
