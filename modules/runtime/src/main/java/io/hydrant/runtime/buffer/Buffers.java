package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.Admission;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The buffers of all streams, on all nodes of the cluster. */
public interface Buffers {
  /**
   * Seals and stores records; the answer comes when they are durable.
   *
   * @return {@link PutResult.HandingOver} only if the move to another node takes too long
   */
  CompletionStage<Reply<PutResult>> put(String bufferId, Admission admission, List<Bytes> records);

  <O> CompletionStage<Reply<O>> ask(String bufferId, BufferCommand<O> command);
}
