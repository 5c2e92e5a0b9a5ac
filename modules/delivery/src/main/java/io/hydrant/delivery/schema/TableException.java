package io.hydrant.delivery.schema;

import io.hydrant.core.destination.TableProblem;

/** The columns of a table cannot be read. The message is a sentence. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TableProblem problem;

  public TableException(TableProblem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public TableException(TableProblem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  static TableException invalid(String message) {
    return new TableException(TableProblem.INVALID_SCHEMA, message);
  }

  public TableProblem problem() {
    return problem;
  }
}
