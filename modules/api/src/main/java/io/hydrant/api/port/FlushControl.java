package io.hydrant.api.port;

import io.hydrant.core.id.StreamArn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Delivers buffered records at once. */
@FunctionalInterface
public interface FlushControl {
  /** Answers for a node without buffers. */
  FlushControl NONE = stream -> CompletableFuture.completedFuture(List.of());

  /**
   * A stream that held records.
   *
   * @param records the records that were buffered
   * @param left those of them that could not be delivered in time
   */
  record Flushed(StreamArn stream, long records, long left) {}

  /**
   * Completes when the records are delivered, or when the time for it is over.
   *
   * @param stream the stream's name, in any region; empty for all streams
   */
  CompletionStage<List<Flushed>> flush(Optional<String> stream);
}
