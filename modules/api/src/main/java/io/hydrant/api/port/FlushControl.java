package io.hydrant.api.port;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has buffered records delivered at once. */
@FunctionalInterface
public interface FlushControl {
  /** Of a node that buffers nothing. */
  FlushControl NONE = stream -> CompletableFuture.completedFuture(List.of());

  /**
   * A stream that held records.
   *
   * @param left of them that could not be delivered in time
   */
  record Flushed(String streamArn, long records, long left) {}

  /**
   * @param stream by its name; empty for all
   */
  CompletionStage<List<Flushed>> flush(Optional<String> stream);
}
