package io.hydrant.inspector;

import io.hydrant.core.buffer.BufferSummary;
import io.hydrant.replay.projection.FailureText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Describes the content of a buffer for people. */
final class BufferWords {
  private static final int KIB = 1024;

  private BufferWords() {}

  /** Returns for example {@code 3 records, 1.5 KiB, due in 58 s}. */
  static String held(BufferSummary buffer, Instant now) {
    if (buffer.records() == 0) {
      return "empty";
    }
    return buffer.records()
        + (buffer.records() == 1 ? " record, " : " records, ")
        + size(buffer.bytes())
        + buffer
            .failure()
            .map(failure -> ", " + FailureText.ofAll(failure))
            .orElseGet(() -> next(buffer, now));
  }

  private static String next(BufferSummary buffer, Instant now) {
    return buffer.underWay()
        ? ", being delivered"
        : buffer
            .due()
            .map(at -> Math.max(0, Duration.between(now, at).toSeconds()))
            .map(seconds -> ", due in " + seconds + " s")
            .orElse("");
  }

  private static String size(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    return bytes < (long) KIB * KIB
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
  }
}
