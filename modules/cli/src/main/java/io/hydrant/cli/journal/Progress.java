package io.hydrant.cli.journal;

import io.hydrant.replay.source.ReadWatch;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that shows how far the reading of a journal is, and which is gone at the
 * end. Where there is no terminal nothing is written.
 */
final class Progress implements ReadWatch {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);
  private static final String CLEAR = "\r\u001b[K";
  private static final double PERCENT = 100;

  private final Optional<PrintStream> terminal;
  private final LongSupplier nanos;
  private String doing = "Reading";
  private long entries;
  private long began;
  private long shown;
  private boolean visible;

  /**
   * @param nanos a monotonic clock
   */
  Progress(Optional<PrintStream> terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    phase(doing);
  }

  /** Returns a progress line on standard error where that is a terminal. */
  static Progress onTerminal() {
    return new Progress(Terminal.standardError(), System::nanoTime);
  }

  /**
   * Begins to count from zero.
   *
   * @param what the first word of the line
   */
  ReadWatch phase(String what) {
    doing = what;
    entries = 0;
    began = nanos.getAsLong();
    shown = began;
    return this;
  }

  @Override
  public void read(OptionalDouble done) {
    entries++;
    if (terminal.isEmpty()) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - shown >= INTERVAL) {
      shown = now;
      visible = true;
      terminal.get().print(CLEAR + line(now, done));
      terminal.get().flush();
    }
  }

  private String line(long now, OptionalDouble done) {
    double seconds = (now - began) / (double) TimeUnit.SECONDS.toNanos(1);
    String line =
        String.format(
            Locale.ROOT,
            "%s: %,d entries, %,d a second",
            doing,
            entries,
            Math.round(entries / seconds));
    return done.isPresent()
        ? line + String.format(Locale.ROOT, ", %d %%", (int) (PERCENT * done.getAsDouble()))
        : line;
  }

  /** Removes the line, so that other text can be printed there. */
  void clear() {
    if (visible) {
      visible = false;
      terminal.ifPresent(
          stream -> {
            stream.print(CLEAR);
            stream.flush();
          });
    }
  }
}
