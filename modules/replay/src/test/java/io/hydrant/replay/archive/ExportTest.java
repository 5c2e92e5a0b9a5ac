package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import io.hydrant.replay.source.ReadWatch;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path folder;

  private static String export(JournalSource journal, boolean withRecords) {
    StringWriter out = new StringWriter();
    JournalExport.write(journal, out, withRecords, UnaryOperator.identity());
    return out.toString();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("journal.jsonl"), content);
  }

  private Path file(String content) throws IOException {
    return file(content.getBytes(UTF_8));
  }

  private List<String> findings(byte[] content) throws IOException {
    List<String> findings = new ArrayList<>();
    JournalSource journal = ExportedJournal.scan(file(content), findings, ReadWatch.NONE);
    journal
        .entities()
        .forEach(entity -> findings.addAll(Verification.of(journal, entity).findings()));
    return findings;
  }

  @Test
  void a_journal_with_its_records_comes_back_byte_for_byte() throws Exception {
    JournalSource back = ExportedJournal.open(file(export(SmallJournal.journal(), true)));
    assertThat(SmallJournal.events(back)).isEqualTo(SmallJournal.events(SmallJournal.journal()));
    assertThat(findings(Files.readAllBytes(folder.resolve("journal.jsonl")))).isEmpty();
  }

  @Test
  void records_stay_at_home_unless_they_are_asked_for() throws Exception {
    String text = export(SmallJournal.journal(), false);
    assertThat(text).doesNotContain(SmallJournal.SECRET).doesNotContain("YSByZWNvcmQ");
    assertThat(findings(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void every_single_changed_byte_is_found() throws Exception {
    byte[] sound = export(SmallJournal.journal(), true).getBytes(UTF_8);
    for (int place = 0; place < sound.length; place++) {
      byte[] damaged = sound.clone();
      damaged[place] ^= 0x01;
      assertThat(findings(damaged)).as("byte " + place).isNotEmpty();
    }
  }

  @Test
  void every_lost_doubled_or_moved_line_is_found_and_named() throws Exception {
    List<String> sound = export(SmallJournal.journal(), true).lines().toList();
    for (int line = 0; line < sound.size(); line++) {
      List<String> lost = new ArrayList<>(sound);
      lost.remove(line);
      assertThat(findings(text(lost))).as("line %d lost", line + 1).isNotEmpty();
      List<String> doubled = new ArrayList<>(sound);
      doubled.add(line, sound.get(line));
      assertThat(findings(text(doubled)))
          .as("line %d doubled", line + 1)
          .anyMatch(finding -> finding.startsWith("Line "));
      for (int other = line + 1; other < sound.size(); other++) {
        List<String> swapped = new ArrayList<>(sound);
        Collections.swap(swapped, line, other);
        assertThat(findings(text(swapped)))
            .as("lines %d and %d swapped", line + 1, other + 1)
            .isNotEmpty();
      }
    }
  }

  private static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  @Test
  void a_foreign_a_newer_and_an_incomplete_file_are_refused() throws Exception {
    assertThatThrownBy(() -> ExportedJournal.open(file("hello\n")))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("Line 1");
    assertThatThrownBy(() -> ExportedJournal.open(file("")))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("empty");
    String sound = export(SmallJournal.journal(), true);
    String cut = sound.substring(0, sound.lastIndexOf("{\"end\""));
    assertThatThrownBy(() -> ExportedJournal.open(file(cut)))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("without its end");
  }

  @Test
  void what_is_imported_is_what_was_exported() throws Exception {
    MemoryJournal journal = SmallJournal.journal();
    Path data = folder.resolve("data");
    try (LevelDbImport target = LevelDbImport.into(data)) {
      SmallJournal.events(journal).forEach(stored -> target.store(stored, SmallJournal.AT));
      target.commit();
    }
    try (LevelDbJournal back = LevelDbJournal.open(data)) {
      assertThat(SmallJournal.events(back)).isEqualTo(SmallJournal.events(journal));
      assertThat(export(back, true)).isEqualTo(export(journal, true));
    }
    assertThatThrownBy(() -> LevelDbImport.into(data))
        .isInstanceOf(UnreadableJournalException.class)
        .hasMessageContaining("already");
  }

  @Test
  void an_import_that_does_not_come_to_its_end_leaves_nothing() {
    MemoryJournal journal = SmallJournal.journal();
    Path data = folder.resolve("half");
    try (LevelDbImport target = LevelDbImport.into(data)) {
      target.store(SmallJournal.events(journal).get(0), SmallJournal.AT);
    }
    assertThat(data.resolve(LevelDbImport.MARKER)).doesNotExist();
    try (LevelDbImport again = LevelDbImport.into(data)) {
      SmallJournal.events(journal).forEach(stored -> again.store(stored, SmallJournal.AT));
      again.commit();
    }
    try (LevelDbJournal back = LevelDbJournal.open(data)) {
      assertThat(SmallJournal.events(back)).isEqualTo(SmallJournal.events(journal));
    }
  }

  @Test
  void redaction_leaves_no_name_and_a_journal_that_folds() throws Exception {
    MemoryJournal journal = SmallJournal.journal();
    StringWriter out = new StringWriter();
    JournalExport.write(journal, out, false, new Redaction().knowing(journal.entities()));
    assertThat(out.toString()).doesNotContain("000000000000", "orders", "mallory");
    assertThat(findings(out.toString().getBytes(UTF_8))).isEmpty();
    assertThat(ExportedJournal.open(file(out.toString())).entities()).hasSize(3);
  }

  @Test
  void events_that_are_lost_doubled_or_swapped_in_a_journal_are_found() {
    List<StoredEvent> sound =
        SmallJournal.events(SmallJournal.journal()).stream()
            .filter(event -> event.entity().equals(SmallJournal.BUDGET))
            .toList();
    for (int place = 0; place < sound.size(); place++) {
      List<StoredEvent> doubled = new ArrayList<>(sound);
      doubled.add(place, sound.get(place));
      assertThat(wrong(doubled)).anyMatch(finding -> finding.contains("follows event"));
      // A history that ends an event earlier is a sound one.
      if (place < sound.size() - 1) {
        List<StoredEvent> lost = new ArrayList<>(sound);
        lost.remove(place);
        assertThat(wrong(lost)).isNotEmpty();
        List<StoredEvent> swapped = new ArrayList<>(sound);
        Collections.swap(swapped, place, place + 1);
        assertThat(wrong(swapped)).isNotEmpty();
      }
    }
  }

  private static List<String> wrong(List<StoredEvent> history) {
    return Verification.of(SmallJournal.of(history), SmallJournal.BUDGET).findings();
  }
}
