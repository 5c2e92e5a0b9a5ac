package io.hydrant.cli.journal;

import io.hydrant.replay.query.PointInTime;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose a moment of a history. */
final class PointInTimeOptions {
  @Option(names = "--at", paramLabel = "N", description = "After event N. Default: after the last")
  private Long number;

  @Option(
      names = "--time",
      converter = TimeConverter.class,
      paramLabel = "TIME",
      description = "At that time, for example 2026-11-23T03:14:07Z")
  private Instant time;

  PointInTime moment() {
    return new PointInTime(Optional.ofNullable(number), Optional.ofNullable(time));
  }
}
