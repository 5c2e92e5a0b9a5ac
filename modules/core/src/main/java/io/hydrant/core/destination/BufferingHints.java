package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** BufferingHints: MiB and seconds, whichever comes first. */
public record BufferingHints(int sizeInMBs, int intervalInSeconds) {
  /** "Up to 5 MB or for 5 minutes." */
  public static final BufferingHints DEFAULT = new BufferingHints(5, 300);

  /**
   * The default of a stream that converts formats, recorded from AWS, September 2026, and of one
   * that partitions dynamically, which AWS's own tools send.
   */
  static final BufferingHints LARGE = new BufferingHints(128, 300);

  /** Returns the hints of a destination, given or the default of its kind. */
  public static BufferingHints of(Destination destination) {
    return destination.type().kind().buffering(destination.configuration());
  }

  /** The hints of an S3 destination, given or by default. */
  static BufferingHints ofS3(Structure s3) {
    boolean large = ConversionRules.converts(s3) || PartitioningRules.partitions(s3);
    return (large ? LARGE : DEFAULT).replacedBy(s3);
  }

  /** Returns the hints that the configuration gives, or these where it gives none. */
  BufferingHints replacedBy(Structure configuration) {
    Structure hints = configuration.structure("BufferingHints").orElse(Structure.empty());
    return new BufferingHints(
        hints.integer("SizeInMBs").orElse(sizeInMBs),
        hints.integer("IntervalInSeconds").orElse(intervalInSeconds));
  }

  Structure asDocument() {
    Map<String, Document> members = new LinkedHashMap<>();
    members.put("SizeInMBs", new Document.Numeric(sizeInMBs));
    members.put("IntervalInSeconds", new Document.Numeric(intervalInSeconds));
    return new Structure(members);
  }
}
