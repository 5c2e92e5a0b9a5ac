package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** BufferingHints: MiB and seconds, whichever comes first. */
public record BufferingHints(int sizeInMBs, int intervalInSeconds) {
  /** "Up to 5 MB or for 5 minutes." */
  public static final BufferingHints DEFAULT = new BufferingHints(5, 300);

  /** Columnar files need more rows: the service's default for a stream that converts formats. */
  static final BufferingHints CONVERTING = new BufferingHints(128, 300);

  /** The hints of an S3 destination, given or by default. */
  static BufferingHints ofS3(Structure s3) {
    BufferingHints defaults = S3Rules.convertsFormat(s3) ? CONVERTING : DEFAULT;
    Structure hints = s3.structure("BufferingHints").orElse(Structure.empty());
    return new BufferingHints(
        hints.integer("SizeInMBs").orElse(defaults.sizeInMBs),
        hints.integer("IntervalInSeconds").orElse(defaults.intervalInSeconds));
  }

  Structure asDocument() {
    Map<String, Document> members = new LinkedHashMap<>();
    members.put("SizeInMBs", new Document.Numeric(sizeInMBs));
    members.put("IntervalInSeconds", new Document.Numeric(intervalInSeconds));
    return new Structure(members);
  }
}
