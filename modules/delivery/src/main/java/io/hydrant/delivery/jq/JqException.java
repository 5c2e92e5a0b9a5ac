package io.hydrant.delivery.jq;

/** A query cannot be compiled, or fails for a value. */
public final class JqException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean budgetUsed;

  public JqException(String message) {
    this(message, false);
  }

  JqException(String message, boolean budgetUsed) {
    super(message);
    this.budgetUsed = budgetUsed;
  }

  /** Returns whether the query failed because it used up its time or memory. */
  public boolean isBudgetUsed() {
    return budgetUsed;
  }
}
