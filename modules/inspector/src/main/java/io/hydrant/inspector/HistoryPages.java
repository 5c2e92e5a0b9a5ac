package io.hydrant.inspector;

import static j2html.TagCreator.p;

import io.hydrant.replay.projection.Histories;
import io.hydrant.replay.source.JournalSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pages of one stream and of one key. Each page has its own thread, which waits for the
 * journal. The number of pages that are made at the same time, or wait for their turn, is bounded.
 */
final class HistoryPages {
  /** The number of pages that are made at the same time. */
  static final int READERS_MAX = 4;

  /** The number of pages that wait for their turn. */
  static final int WAITING_MAX = 32;

  private static final Logger LOG = LoggerFactory.getLogger(HistoryPages.class);

  private final Supplier<JournalSource> journal;
  private final Executor readers;

  /**
   * A page.
   *
   * @param isThere false for a page that says why the history is not shown
   */
  record Page(String html, boolean isThere) {}

  /**
   * @param journal opens the journal for one page
   */
  HistoryPages(Supplier<JournalSource> journal) {
    this.journal = journal;
    this.readers = readers();
  }

  /** Returns threads that end when they are idle, since a reset makes new pages. */
  private static Executor readers() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            READERS_MAX,
            READERS_MAX,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            runnable -> {
              Thread thread = new Thread(runnable, "inspector");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  CompletionStage<Page> stream(String entity, String path, Optional<Integer> step) {
    return inTurn(
        histories -> new StreamPage(entity, path, histories.stream(entity, step)).write());
  }

  CompletionStage<Page> key(String entity, String path, Optional<Integer> step) {
    return inTurn(histories -> new KeyPage(entity, path, histories.key(entity, step)).write());
  }

  private CompletionStage<Page> inTurn(Function<Histories, String> page) {
    try {
      return CompletableFuture.supplyAsync(() -> read(page), readers)
          .handle((html, failure) -> failure == null ? new Page(html, true) : unread(failure));
    } catch (RejectedExecutionException busy) {
      return CompletableFuture.completedFuture(
          later("Others are reading histories. Load the page again when they are done."));
    }
  }

  private String read(Function<Histories, String> page) {
    try (JournalSource source = journal.get()) {
      return page.apply(new Histories(source));
    }
  }

  private static Page unread(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    LOG.warn("A page of the inspector could not be made: {}", cause.toString(), cause);
    return later("The history cannot be read now; the log says why.");
  }

  private static Page later(String sentence) {
    return new Page(Layout.page("Not now", List.of(p(sentence))), false);
  }
}
