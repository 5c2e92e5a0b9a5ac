package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import java.util.List;

/**
 * The defaults that the service stores with a configuration, so that a later update finds them.
 * Recorded from AWS, September 2026: the buffering hints of S3, so that a stream made with the
 * default of 5 MB cannot begin to convert formats without larger ones; and the processors, so that
 * a Lambda processor keeps the role that the destination had. Filling in twice changes nothing.
 */
public final class StoredDefaults {
  private StoredDefaults() {}

  public static Destination fill(Destination destination) {
    Structure hinted = destination.type().kind().stored(destination.configuration());
    Structure filled =
        hinted
            .structure(Processor.PROCESSING)
            .map(
                processing ->
                    hinted.with(Processor.PROCESSING, processing(destination.type(), hinted)))
            .orElse(hinted);
    return new Destination(destination.type(), filled);
  }

  /** Processing is off unless it is on: recorded from AWS, other than for format conversion. */
  private static Structure processing(DestinationType type, Structure configuration) {
    Structure processing = configuration.structure(Processor.PROCESSING).orElse(Structure.empty());
    Sequence processors =
        new Sequence(
            List.copyOf(
                Processor.of(configuration).stream()
                    .map(processor -> ProcessorDefaults.fill(processor, type, configuration))
                    .map(Processor::asDocument)
                    .toList()));
    return processing.withDefault("Enabled", new Bool(false)).with("Processors", processors);
  }
}
