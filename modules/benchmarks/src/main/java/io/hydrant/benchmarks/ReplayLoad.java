package io.hydrant.benchmarks;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.replay.archive.ExportedJournal;
import io.hydrant.replay.archive.JournalExport;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.query.PointInTime;
import io.hydrant.replay.query.State;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.DecodedEvent;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.StoredEvent;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * How fast a long history is exported, checked and folded, and in how much memory. Argument: the
 * number of events; 1,000,000 without.
 */
public final class ReplayLoad {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final double MIB = 1024.0 * 1024.0;

  private ReplayLoad() {}

  /** A directory in which one stream comes and goes. */
  private record LongHistory(long events) implements JournalSource {
    @Override
    public List<String> entities() {
      return List.of("stream-directory|000000000000/us-east-1");
    }

    @Override
    public Cursor open(String entity, long after, int max) {
      return Cursor.of(
              LongStream.rangeClosed(1, events)
                  .mapToObj(number -> event(entity, number))
                  .iterator(),
              () -> {})
          .part(after, max);
    }

    private static StoredEvent event(String entity, long number) {
      Instant at = START.plusSeconds(number);
      return new DecodedEvent(
          entity,
          number,
          number % 2 == 1
              ? new DirectoryEvent.NameRegistered(at, "orders", DeliveryStreamType.DIRECT_PUT, 1)
              : new DirectoryEvent.NameDeregistered(at, "orders"),
          Optional.empty());
    }

    @Override
    public List<AuditEntry> refusedCalls() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  public static void main(String[] arguments) throws Exception {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    Path file = Files.createTempFile("hydrant-replay-", ".jsonl");
    try {
      timed(
          "exported",
          events,
          () -> {
            try (Writer out = Files.newBufferedWriter(file)) {
              JournalExport.write(new LongHistory(events), out, false, UnaryOperator.identity());
            }
          });
      timed("hash chain checked", events, () -> ExportedJournal.open(file).close());
      timed(
          "read and folded",
          events,
          () -> {
            try (ExportedJournal journal = ExportedJournal.open(file)) {
              State state = State.at(journal, journal.entities().get(0), PointInTime.END);
              if (state.events() != events) {
                throw new IllegalStateException(state.events() + " events came back");
              }
            }
          });
      System.out.printf(
          Locale.ROOT,
          "%.0f MiB of file, at most %.0f MiB of heap (of %.0f allowed)%n",
          Files.size(file) / MIB,
          peak() / MIB,
          Runtime.getRuntime().maxMemory() / MIB);
    } finally {
      Files.delete(file);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, long events, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d events %s in %.1f s: %,.0f a second%n",
        events,
        what,
        seconds,
        events / seconds);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
