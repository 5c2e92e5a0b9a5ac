package io.hydrant.replay.inspector;

import static j2html.TagCreator.p;

import io.hydrant.replay.JournalView;
import io.hydrant.replay.fold.Histories;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of one stream and of one key. Each is made on a thread of its own that waits for the
 * journal; only a few are made at a time, and only some wait for their turn.
 */
final class HistoryPages {
  /** So many pages are made side by side. */
  static final int READERS_MAX = 4;

  /** So many wait until one of these is made. */
  static final int WAITING_MAX = 32;

  private static final Logger LOG = LoggerFactory.getLogger(HistoryPages.class);

  private final Histories histories;
  private final Executor readers;

  /**
   * A page.
   *
   * @param isThere whether it has what was asked for; otherwise it says why not
   */
  record Page(String html, boolean isThere) {}

  HistoryPages(JournalView journal) {
    this.histories = new Histories(journal);
    this.readers = readers();
  }

  /** Threads that end when they have nothing to do, since a reset makes new pages. */
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
    return inTurn(() -> new StreamPage(entity, path, histories.stream(entity, step)).write());
  }

  CompletionStage<Page> key(String entity, String path, Optional<Integer> step) {
    return inTurn(() -> new KeyPage(entity, path, histories.key(entity, step)).write());
  }

  private CompletionStage<Page> inTurn(Supplier<String> page) {
    try {
      return CompletableFuture.supplyAsync(page, readers)
          .handle((html, failure) -> failure == null ? new Page(html, true) : unread(failure));
    } catch (RejectedExecutionException busy) {
      return CompletableFuture.completedFuture(
          later("Others are reading histories. Load the page again when they are done."));
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
