package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import java.util.Optional;

/**
 * The check that the table of a format conversion can be read, before a stream is created or its
 * destination is updated. AWS makes it after all checks of the configuration itself: recorded
 * September 2026.
 */
public final class TableCheck {
  private TableCheck() {}

  /**
   * Returns the table of a stream that is to be created; empty where it converts nothing.
   *
   * @param configurations the configurations of a call that has been checked
   */
  public static Optional<TableReference> toLookUp(Caller caller, Structure configurations) {
    return Destinations.choose(configurations)
        .fold(
            destination ->
                Conversion.of(destination, caller.account(), caller.region())
                    .map(Conversion::table),
            refusal -> Optional.empty());
  }

  /** Returns the table of a destination; empty where it converts nothing. */
  public static Optional<TableReference> toLookUp(StreamArn stream, Destination destination) {
    return Conversion.of(destination, stream).map(Conversion::table);
  }

  /**
   * Returns the refusal of a stream whose table cannot be read. The words for a denied access were
   * seen in creations, the others are those of AWS's documentation for the same error at delivery;
   * that a creation has them is assumed.
   *
   * @param detail what the catalog says
   */
  public static ServiceError refusal(TableProblem problem, String detail) {
    return switch (problem) {
      case NOT_FOUND ->
          DestinationErrors.invalid(
              "The specified table/database could not be found. Please ensure that the"
                  + " table/database exists and that the values provided in the schema"
                  + " configuration are correct, especially with regards to casing. "
                  + detail);
      case ACCESS_DENIED ->
          DestinationErrors.invalid(
              "Access was denied when calling Glue. Please ensure that the role specified in the"
                  + " data format conversion configuration has the necessary permissions. "
                  + detail);
      case INVALID_SCHEMA -> DestinationErrors.invalid("The schema is invalid. " + detail);
      case UNAVAILABLE ->
          new ServiceError(
              "ServiceUnavailableException", "Glue did not answer; try again. " + detail);
    };
  }
}
