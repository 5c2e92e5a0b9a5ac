package io.hydrant.core.directory;

import io.hydrant.core.entity.PendingTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A pending task of a directory: check once whether a registered name has a stream. A creation that
 * was given up, or a message that came late, may have left it there.
 *
 * @param since as in {@link StreamDirectory.Check}
 */
public record CheckName(String name, StreamDirectory.Entry entry, Instant since) {
  /**
   * The time that a creation has from its name to its stream. One that takes longer loses no name:
   * the stream enters it itself.
   */
  public static final Duration CREATION_GRACE = Duration.ofSeconds(30);

  /** At most this many names are checked at once, however many are due. */
  private static final int AT_A_TIME = 32;

  /** Returns the pending tasks, which follow from the state alone. */
  public static List<PendingTask<CheckName>> pendingTasks(StreamDirectory directory) {
    return directory.checks().entrySet().stream()
        .limit(AT_A_TIME)
        .map(check -> pendingTasks(check.getKey(), check.getValue()))
        .toList();
  }

  private static PendingTask<CheckName> pendingTasks(
      StreamDirectory.Check check, StreamDirectory.Entry entry) {
    return new PendingTask<>(
        new CheckName(check.name(), entry, check.since()), check.since().plus(CREATION_GRACE));
  }
}
