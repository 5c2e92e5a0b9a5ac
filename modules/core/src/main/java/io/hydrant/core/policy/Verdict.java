package io.hydrant.core.policy;

/** What one policy says of a request. */
public sealed interface Verdict {
  /** An explicit deny. */
  record Denied(Statement by) implements Verdict {}

  /** An allow that names the principal itself, or everyone. */
  record Allowed(Statement by) implements Verdict {}

  /** An allow of the principal's account: the account's own policies say whom it lets in. */
  record LeftToAccount(Statement by) implements Verdict {}

  /** Nothing: an implicit deny. */
  record Silent() implements Verdict {}
}
