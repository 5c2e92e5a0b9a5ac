package io.hydrant.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line that shows how far a command is. */
class ProgressTest {
  private static final String CLEAR = "\r\u001b[K";

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(terminal, true, UTF_8);
  private long nanos;

  private Progress progress() {
    return new Progress(Optional.of(stream), () -> nanos);
  }

  private void pass(int millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }

  private String shown() {
    return terminal.toString(UTF_8);
  }

  private void read(Progress progress, int entries, OptionalDouble done) {
    for (int i = 0; i < entries; i++) {
      progress.read(done);
    }
  }

  @Test
  void one_line_shows_entries_and_rate_and_the_percent_where_they_are_known() {
    Progress progress = progress();
    progress.phase("Checking");
    read(progress, 1_999, OptionalDouble.empty());
    assertThat(shown()).isEmpty();
    pass(500);
    read(progress, 1, OptionalDouble.of(0.375));
    assertThat(shown()).isEqualTo(CLEAR + "Checking: 2,000 entries, 4,000 a second, 37 %");
    pass(500);
    read(progress, 1, OptionalDouble.empty());
    assertThat(shown()).endsWith(CLEAR + "Checking: 2,001 entries, 2,001 a second");
    assertThat(shown()).doesNotContain("\n");
  }

  @Test
  void the_line_is_written_four_times_a_second_at_the_most() {
    Progress progress = progress();
    for (int i = 0; i < 1_000; i++) {
      pass(1);
      progress.read(OptionalDouble.empty());
    }
    assertThat(shown().split("entries", -1)).hasSize(4 + 1);
  }

  @Test
  void the_line_is_gone_at_the_end() {
    Progress progress = progress();
    pass(500);
    progress.read(OptionalDouble.empty());
    progress.clear();
    assertThat(shown()).endsWith(" a second" + CLEAR);
    progress.clear();
    assertThat(shown()).doesNotContain(CLEAR + CLEAR);
  }

  @Test
  void a_short_command_writes_nothing() {
    Progress progress = progress();
    read(progress, 10, OptionalDouble.empty());
    progress.clear();
    assertThat(shown()).isEmpty();
  }

  @Test
  void a_phase_counts_from_zero() {
    Progress progress = progress();
    read(progress, 10, OptionalDouble.empty());
    progress.phase("Importing");
    pass(1_000);
    read(progress, 1, OptionalDouble.empty());
    assertThat(shown()).isEqualTo(CLEAR + "Importing: 1 entries, 1 a second");
  }

  @Test
  void without_a_terminal_nothing_is_written() {
    PrintStream before = System.err;
    System.setErr(stream);
    try {
      Progress progress = new Progress(Optional.empty(), () -> nanos);
      pass(500);
      progress.read(OptionalDouble.empty());
      progress.clear();
    } finally {
      System.setErr(before);
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void a_stream_is_a_terminal_where_it_leads_to_one(@TempDir Path folder) throws IOException {
    assertThat(Terminal.isTerminal(link(folder, "pts", "/dev/pts/3"))).isTrue();
    assertThat(Terminal.isTerminal(link(folder, "tty", "/dev/tty1"))).isTrue();
    assertThat(Terminal.isTerminal(link(folder, "null", "/dev/null"))).isFalse();
    assertThat(Terminal.isTerminal(link(folder, "pipe", "pipe:[4711]"))).isFalse();
    assertThat(Terminal.isTerminal(folder.resolve("missing"))).isFalse();
  }

  private static Path link(Path folder, String name, String target) throws IOException {
    return Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }
}
