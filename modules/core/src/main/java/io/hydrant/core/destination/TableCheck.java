package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
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
}
