package io.hydrant.cli.journal;

import io.hydrant.replay.archive.ExportedJournal;
import io.hydrant.replay.archive.JournalWriter;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Imports an exported journal into a data folder or a database. */
final class Importing {
  private Importing() {}

  /**
   * Checks the file before it creates the target, which gets all events or none.
   *
   * @param until events after it are left out
   * @return how many events were written
   */
  static long events(Path file, Supplier<JournalWriter> into, Instant until) {
    AtomicLong events = new AtomicLong();
    Progress progress = Progress.onTerminal();
    try (JournalSource journal =
            new WatchedJournal(
                ExportedJournal.open(file, progress.phase("Reading the file")), progress, true);
        JournalWriter target = into.get()) {
      progress.phase("Importing");
      for (String entity : journal.entities()) {
        journal.history(entity, stored -> store(target, stored, until, events));
      }
      target.refused(
          journal.refusedCalls().stream().filter(call -> !call.at().isAfter(until)).toList());
      target.commit();
    } finally {
      progress.clear();
    }
    return events.get();
  }

  private static void store(
      JournalWriter target, StoredEvent stored, Instant until, AtomicLong events) {
    Instant at = stored.decoded().at();
    if (!at.isAfter(until)) {
      target.store(stored, at);
      events.incrementAndGet();
    }
  }

  /** Copies the key that wraps the node's keys, which is never part of a journal. */
  static void rootKey(Path from, Path data) {
    try {
      Files.copy(from, data.resolve("kms-root-key"));
    } catch (IOException e) {
      throw new UnreadableJournalException("The root key " + from + " cannot be copied: " + e, e);
    }
  }
}
