package io.hydrant.cli.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Prints each step: what is done, what came back, how long it took. */
final class Narrator {
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean colour;
  private final long startedAt = System.nanoTime();
  private int number;

  Narrator(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void title(String text) {
    out.println();
    out.println(in(BOLD, text));
  }

  /**
   * Runs a step and prints its result.
   *
   * @throws StepFailedException where it throws
   */
  <T> T step(String call, Callable<T> action, Function<T, String> result) {
    number++;
    long started = System.nanoTime();
    try {
      T value = action.call();
      String outcome = result.apply(value);
      out.printf(
          Locale.ROOT,
          "%s %-62s %s%n",
          in(GREEN, String.format(Locale.ROOT, "%2d.", number)),
          call,
          in(DIM, millis(started)));
      out.println("      " + outcome);
      out.flush();
      return value;
    } catch (StepFailedException e) {
      throw new StepFailedException("Step " + number + ", " + call + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new StepFailedException("Step " + number + ", " + call + ": " + e.getMessage(), e);
    }
  }

  void end(String text) {
    out.println();
    out.printf(
        Locale.ROOT,
        "%s %d steps in %.1f s.%n",
        in(GREEN, text),
        number,
        Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0);
  }

  void failed(String reason, List<String> nodeLog) {
    out.println();
    out.println(in(RED, "FAILED: ") + reason);
    if (!nodeLog.isEmpty()) {
      out.println("The node's last lines:");
      nodeLog.forEach(line -> out.println("  | " + line));
    }
  }

  private static String millis(long since) {
    return (System.nanoTime() - since) / 1_000_000 + " ms";
  }

  private String in(String style, String text) {
    return colour ? style + text + PLAIN : text;
  }
}
