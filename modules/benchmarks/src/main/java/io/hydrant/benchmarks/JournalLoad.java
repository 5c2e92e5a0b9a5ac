package io.hydrant.benchmarks;

import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a long journal is read back, and in how much memory: each question of {@code hydrant
 * journal} in a process of its own with a small heap.
 *
 * <p>Arguments: how many events (1000000), the heap ({@code 48m}).
 */
public final class JournalLoad {
  private static final double NANOS = 1e9;
  private static final List<Question> QUESTIONS =
      List.of(
          new Question("", "list"),
          new Question(BigJournal.STREAM, "state stream/orders"),
          new Question(BigJournal.BUFFER, "state buffer/000000000000/us-east-1/orders/1"),
          new Question(BigJournal.STREAM, "show stream/orders --json"),
          new Question("", "search --event delivered --json"),
          new Question("", "timeline stream/orders --json"));

  /**
   * What is asked.
   *
   * @param read the entity whose history is read for the answer; empty: all
   */
  private record Question(String read, String words) {}

  private JournalLoad() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    String heap = arguments.length > 1 ? arguments[1] : "48m";
    Path data = Files.createTempDirectory("hydrant-replay-");
    BigJournal.write(data, events);
    System.out.printf(Locale.ROOT, "%,d events, read with -Xmx%s:%n", count(data, ""), heap);
    for (Question question : QUESTIONS) {
      ask(data, heap, List.of(question.words().split(" ")), count(data, question.read()));
    }
    StartUp.delete(data);
  }

  private static long count(Path data, String entity) {
    long[] events = {0};
    try (JournalSource journal = LevelDbJournal.open(data)) {
      journal.entities().stream()
          .filter(each -> entity.isEmpty() || each.equals(entity))
          .forEach(each -> journal.history(each, event -> events[0]++));
    }
    return events[0];
  }

  private static void ask(Path data, String heap, List<String> question, long events)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.hydrant.cli.Main",
                "journal"));
    command.addAll(question);
    command.addAll(List.of("--data", data.toString()));
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exit = process.waitFor();
    double seconds = (System.nanoTime() - started) / NANOS;
    System.out.printf(
        Locale.ROOT,
        "  %-45s %s %6.1f s, %,9.0f events a second%n",
        String.join(" ", question),
        exit == 0 ? "answered in" : "FAILED after",
        seconds,
        events / seconds);
  }
}
