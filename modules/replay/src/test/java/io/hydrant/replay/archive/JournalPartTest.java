package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.source.ReadWatch;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a journal, asked for by an entity and a position. */
class JournalPartTest {
  private static String text(long after, int max) {
    StringWriter out = new StringWriter();
    JournalExport.write(
        SampleJournal.journal(),
        out,
        new JournalPart(Optional.of(SampleJournal.STREAM), after, max, Optional.empty()));
    return out.toString();
  }

  private static List<Long> numbers(long after, int max) throws IOException {
    return PartReader.read(new ByteArrayInputStream(text(after, max).getBytes(UTF_8)))
        .events()
        .stream()
        .map(StoredEvent::number)
        .toList();
  }

  @Test
  void a_part_has_the_events_behind_the_position() throws IOException {
    assertThat(numbers(0, 100)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(numbers(5, 100)).containsExactly(6L, 7L);
    assertThat(numbers(7, 100)).isEmpty();
  }

  @Test
  void a_part_has_at_most_so_many_events_as_its_limit() throws IOException {
    assertThat(numbers(2, 3)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void a_position_that_the_history_does_not_have_begins_at_the_first_event() throws IOException {
    assertThat(numbers(8, 100)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void a_part_without_its_end_is_damaged() {
    String text = text(0, 100);
    String cut = text.substring(0, text.lastIndexOf("{\"end\""));
    assertThatThrownBy(() -> PartReader.read(new ByteArrayInputStream(cut.getBytes(UTF_8))))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("without its end");
  }

  @Test
  void a_part_in_a_file_is_not_taken_for_a_journal(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("part.jsonl"), text(5, 100));
    List<String> findings = new ArrayList<>();
    ExportedJournal.scan(file, findings, ReadWatch.NONE).close();
    assertThat(findings)
        .containsExactly("Line 1: this is a part of a journal, not the whole of it.");
  }
}
