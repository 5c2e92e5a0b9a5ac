package io.hydrant.cli.journal;

import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that choose a range of time. */
final class TimeRangeOptions {
  @Option(
      names = "--since",
      converter = TimeConverter.class,
      paramLabel = "TIME",
      description = "From that time on")
  private Instant since;

  @Option(
      names = "--until",
      converter = TimeConverter.class,
      paramLabel = "TIME",
      description = "Up to that time")
  private Instant until;

  boolean contains(Instant time) {
    return (since == null || !time.isBefore(since)) && (until == null || !time.isAfter(until));
  }
}
