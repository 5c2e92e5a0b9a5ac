package io.hydrant.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFormatTest {
  @TempDir private Path data;

  private void journal() throws Exception {
    Files.createDirectories(data.resolve("journal"));
    Files.writeString(data.resolve("journal").resolve("CURRENT"), "MANIFEST-000001\n");
  }

  @Test
  void a_folder_without_a_journal_is_readable() throws Exception {
    assertThat(JournalFormat.isReadable(data)).isTrue();
  }

  @Test
  void a_marked_journal_is_readable() throws Exception {
    JournalFormat.mark(data);
    journal();
    assertThat(JournalFormat.isReadable(data)).isTrue();
  }

  @Test
  void a_journal_from_before_the_format_had_a_version_is_not_readable() throws Exception {
    journal();
    assertThat(JournalFormat.isReadable(data)).isFalse();
  }

  @Test
  void a_journal_of_another_version_is_not_readable() throws Exception {
    journal();
    Files.writeString(data.resolve(JournalFormat.FILE), "2\n");
    assertThat(JournalFormat.isReadable(data)).isFalse();
  }
}
