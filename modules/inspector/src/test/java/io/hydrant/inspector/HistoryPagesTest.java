package io.hydrant.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.Tag;
import io.hydrant.replay.KeyOfTheNight;
import io.hydrant.replay.MemoryJournal;
import io.hydrant.replay.SampleJournal;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.projection.Stretch;
import io.hydrant.replay.source.Cursor;
import io.hydrant.replay.source.EncodedEvent;
import io.hydrant.replay.source.JournalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a browser can make the inspector read and hold is bounded. */
class HistoryPagesTest {
  private static final String PATH = "/_hydrant/streams/000000000000/us-east-1/orders";

  private static HistoryPages.Page stream(JournalSource journal, Optional<Integer> step) {
    return new HistoryPages(() -> journal)
        .stream(SampleJournal.STREAM, PATH, step)
            .toCompletableFuture()
            .orTimeout(30, TimeUnit.SECONDS)
            .join();
  }

  /** The night, and then so many tags. */
  private static JournalSource longHistory(int tags) {
    MemoryJournal journal = SampleJournal.journal();
    StreamEvent tagged =
        new StreamEvent.StreamTagged(
            SampleJournal.at(200), List.of(new Tag("k", Optional.of("v"))));
    for (int tag = 0; tag < tags; tag++) {
      journal.with(SampleJournal.STREAM, tagged);
    }
    return journal;
  }

  private static int items(String page) {
    return page.split("<li[ >]", -1).length - 1;
  }

  @Test
  void a_page_shows_the_newest_steps_and_a_link_to_older_ones() {
    String page = stream(longHistory(1_000), Optional.empty()).html();
    assertThat(items(page)).isEqualTo(1 + Stretch.AROUND + 1);
    assertThat(page).containsPattern("step (\\d+) of \\1 ").containsPattern("… \\d+ earlier</a>");
    assertThat(page).doesNotContain("later</a>").doesNotContain("stream created");
    String old = stream(longHistory(1_000), Optional.of(2)).html();
    assertThat(items(old)).isEqualTo(2 + Stretch.AROUND + 1);
    assertThat(old).contains("stream created").containsPattern("… \\d+ later</a>");
  }

  @Test
  void a_page_of_what_the_journal_does_not_know_says_so() {
    JournalSource empty = new MemoryJournal();
    assertThat(stream(empty, Optional.empty()))
        .matches(HistoryPages.Page::isThere)
        .extracting(HistoryPages.Page::html)
        .asString()
        .contains("knows no stream of this name");
    assertThat(
            new HistoryPages(() -> empty)
                .key(KeyOfTheNight.ENTITY, "/", Optional.empty())
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join()
                .html())
        .contains("knows no such key");
  }

  /** A journal whose histories wait for the test. */
  private static final class Waiting implements JournalSource {
    private final Semaphore reading = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public List<String> entities() {
      return List.of();
    }

    @Override
    public List<AuditEntry> refusedCalls() {
      return List.of();
    }

    @Override
    public Cursor open(String entity, long after, int max) {
      reading.release();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Cursor.of(List.of());
    }

    @Override
    public void close() {}
  }

  @Test
  void a_few_pages_are_made_at_a_time_some_wait_and_more_are_sent_away() throws Exception {
    Waiting journal = new Waiting();
    HistoryPages pages = new HistoryPages(() -> journal);
    List<CompletableFuture<HistoryPages.Page>> asked = new ArrayList<>();
    for (int page = 0; page < HistoryPages.READERS_MAX + HistoryPages.WAITING_MAX; page++) {
      asked.add(pages.stream(SampleJournal.STREAM, PATH, Optional.empty()).toCompletableFuture());
    }
    assertThat(journal.reading.tryAcquire(HistoryPages.READERS_MAX, 30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<HistoryPages.Page> tooMany =
        pages.stream(SampleJournal.STREAM, PATH, Optional.empty()).toCompletableFuture();
    assertThat(tooMany).isDone();
    assertThat(tooMany.join().isThere()).isFalse();
    assertThat(tooMany.join().html()).contains("Others are reading histories");
    assertThat(asked).noneMatch(CompletableFuture::isDone);
    assertThat(journal.reading.availablePermits()).isZero();

    journal.end.countDown();
    for (CompletableFuture<HistoryPages.Page> page : asked) {
      assertThat(page.get(30, TimeUnit.SECONDS).isThere()).isTrue();
    }
  }

  @Test
  void a_history_that_cannot_be_read_makes_a_page_that_says_so_and_a_line_in_the_log() {
    JournalSource damaged =
        new MemoryJournal()
            .with(new EncodedEvent(SampleJournal.STREAM, 7, "stream.activated/1", Bytes.EMPTY));
    try (LogOf log = new LogOf(HistoryPages.class)) {
      HistoryPages.Page page = stream(damaged, Optional.empty());
      assertThat(page.isThere()).isFalse();
      assertThat(page.html()).contains("The history cannot be read now");
      assertThat(log.lines())
          .hasSize(1)
          .allMatch(line -> line.contains("Event 7 of " + SampleJournal.STREAM));
    }
  }
}
