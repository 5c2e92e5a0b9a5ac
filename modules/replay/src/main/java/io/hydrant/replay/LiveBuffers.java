package io.hydrant.replay;

import io.hydrant.core.buffer.BufferSummary;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What buffers hold at this moment: their journals are trimmed, so they are asked themselves. */
@FunctionalInterface
public interface LiveBuffers {
  /**
   * @param buffer the entity, {@code buffer|ACCOUNT/REGION/STREAM/INCARNATION}
   * @return empty where it does not answer
   */
  CompletionStage<Optional<BufferSummary>> summary(String buffer);
}
