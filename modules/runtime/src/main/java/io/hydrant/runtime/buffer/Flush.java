package io.hydrant.runtime.buffer;

import io.hydrant.api.port.FlushControl;
import io.hydrant.core.EntityTypes;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.id.StreamId;
import io.hydrant.runtime.journal.JournalReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Makes the buffers of all nodes deliver their records at once. */
public final class Flush implements FlushControl {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Buffers buffers;
  private final JournalReader journal;

  public Flush(Buffers buffers, JournalReader journal) {
    this.buffers = buffers;
    this.journal = journal;
  }

  /**
   * Answers when all records are delivered, or after ten seconds.
   *
   * @param stream by its name, in any region; empty for all streams
   */
  @Override
  public CompletionStage<List<Flushed>> flush(Optional<String> stream) {
    return journal
        .entities()
        .thenCompose(
            entities -> {
              List<CompletableFuture<Flushed>> asked =
                  entities.stream()
                      .filter(EntityTypes.BUFFER::matches)
                      .map(EntityTypes.BUFFER::id)
                      .filter(
                          id -> stream.stream().allMatch(StreamId.arn(id).name().value()::equals))
                      .map(this::order)
                      .toList();
              return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                  .thenApply(
                      done ->
                          asked.stream()
                              .map(CompletableFuture::join)
                              .filter(flushed -> flushed.records() > 0)
                              .toList());
            });
  }

  private CompletableFuture<Flushed> order(String id) {
    return count(id, new BufferCommand.RequestFlush())
        .thenCompose(
            records ->
                awaitGone(id, records, System.nanoTime() + PATIENCE.toNanos())
                    .thenApply(left -> new Flushed(StreamId.arn(id), records, left)));
  }

  private CompletableFuture<Long> awaitGone(String id, long left, long deadline) {
    if (left == 0 || System.nanoTime() - deadline > 0) {
      return CompletableFuture.completedFuture(left);
    }
    return new CompletableFuture<Long>()
        .completeOnTimeout(left, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(waited -> count(id, new BufferCommand.CountFlushing()))
        .thenCompose(now -> awaitGone(id, now, deadline));
  }

  private CompletableFuture<Long> count(String id, BufferCommand<Long> command) {
    return buffers
        .ask(id, command)
        .thenApply(reply -> reply.fold(records -> records, refusal -> 0L))
        .toCompletableFuture();
  }
}
