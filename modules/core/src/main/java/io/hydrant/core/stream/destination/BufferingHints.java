package io.hydrant.core.stream.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import java.util.LinkedHashMap;
import java.util.Map;

/** BufferingHints: MiB and seconds, whichever comes first. */
public record BufferingHints(int sizeInMBs, int intervalInSeconds) {
  /** "Up to 5 MB or for 5 minutes." */
  public static final BufferingHints DEFAULT = new BufferingHints(5, 300);

  static BufferingHints of(Structure hints) {
    return new BufferingHints(
        hints.integer("SizeInMBs").orElse(DEFAULT.sizeInMBs),
        hints.integer("IntervalInSeconds").orElse(DEFAULT.intervalInSeconds));
  }

  Structure asDocument() {
    Map<String, Document> members = new LinkedHashMap<>();
    members.put("SizeInMBs", new Document.Numeric(sizeInMBs));
    members.put("IntervalInSeconds", new Document.Numeric(intervalInSeconds));
    return new Structure(members);
  }
}
