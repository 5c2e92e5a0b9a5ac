package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/** The refusals of a stream whose table cannot be read. */
public final class TableErrors {
  private TableErrors() {}

  /**
   * Returns the refusal of a stream whose table cannot be read. The words for a denied access were
   * seen in creations, the others are those of AWS's documentation for the same error at delivery;
   * that a creation has them is assumed.
   *
   * @param detail what the catalog says
   */
  public static ServiceError of(TableProblem problem, String detail) {
    return switch (problem) {
      case NOT_FOUND ->
          invalid(
              "The specified table/database could not be found. Please ensure that the"
                  + " table/database exists and that the values provided in the schema"
                  + " configuration are correct, especially with regards to casing. "
                  + detail);
      case ACCESS_DENIED ->
          invalid(
              "Access was denied when calling Glue. Please ensure that the role specified in the"
                  + " data format conversion configuration has the necessary permissions. "
                  + detail);
      case INVALID_SCHEMA -> invalid("The schema is invalid. " + detail);
      case UNAVAILABLE ->
          new ServiceError(
              "ServiceUnavailableException", "Glue did not answer; try again. " + detail);
    };
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
