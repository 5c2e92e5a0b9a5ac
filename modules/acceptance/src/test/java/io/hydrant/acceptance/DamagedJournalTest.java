package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.replay.archive.Verification;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.LevelDbJournal;
import io.hydrant.replay.source.StoredEvent;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of a node's folder that are not as they were. */
class DamagedJournalTest extends OneNode {
  @TempDir private Path folder;

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private static List<StoredEvent> events(Path data) {
    List<StoredEvent> events = new ArrayList<>();
    try (LevelDbJournal journal = LevelDbJournal.open(data)) {
      journal.entities().forEach(entity -> journal.history(entity, events::add));
    }
    return events;
  }

  private static List<String> findings(Path data) {
    List<String> findings = new ArrayList<>();
    try (JournalSource journal = LevelDbJournal.open(data)) {
      journal
          .entities()
          .forEach(entity -> findings.addAll(Verification.of(journal, entity).findings()));
    } catch (UnreadableJournalException e) {
      findings.add(e.getMessage());
    }
    return findings;
  }

  /**
   * LevelDB's tables and logs have checksums. What no checksum covers (a log's unused end, a text
   * file) must not matter: then the same events are read.
   */
  @Test
  void a_changed_byte_of_a_table_or_a_log_is_found_or_does_not_matter() throws Exception {
    String stream = activeStream();
    encrypt(stream, newKey());
    Path data = stop();
    List<StoredEvent> sound = events(copy(data, folder.resolve("sound")));
    assertThat(findings(folder.resolve("sound"))).isEmpty();
    int number = 0;
    int found = 0;
    List<Path> files;
    try (Stream<Path> all = Files.list(data.resolve("journal"))) {
      files = all.filter(file -> file.toString().matches(".*\\.(sst|ldb|log)")).toList();
    }
    for (Path file : files) {
      int size = Math.toIntExact(Files.size(file));
      for (int place = 0; place < size; place += Math.max(1, size / 40)) {
        Path damaged = copy(data, folder.resolve("damaged-" + number++));
        Path target = damaged.resolve("journal").resolve(file.getFileName().toString());
        byte[] bytes = Files.readAllBytes(target);
        bytes[place] ^= 0x10;
        Files.write(target, bytes);
        List<String> findings = findings(damaged);
        if (findings.isEmpty()) {
          assertThat(events(damaged)).as("byte %d of %s", place, file).isEqualTo(sound);
        } else {
          found++;
        }
      }
    }
    assertThat(found).as("of %d changed bytes", number).isGreaterThan(number / 2);
    launch();
  }

  @Test
  void a_journal_in_which_nothing_can_be_found_is_reported_in_a_sentence() throws Exception {
    activeStream();
    Path data = stop();
    Path kept = copy(data, folder.resolve("kept"));
    Path manifest;
    try (Stream<Path> all = Files.list(data.resolve("journal"))) {
      manifest =
          all.filter(file -> file.getFileName().toString().startsWith("MANIFEST"))
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(manifest);
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(manifest, bytes);
    assertThatThrownBy(this::launch).hasMessageContaining("restore its folder from a copy");
    Files.copy(
        kept.resolve("journal").resolve(manifest.getFileName().toString()),
        manifest,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    launch();
    assertThat(firehose.listDeliveryStreams().deliveryStreamNames()).isNotEmpty();
  }
}
