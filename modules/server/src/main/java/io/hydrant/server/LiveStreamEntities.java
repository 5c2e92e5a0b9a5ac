package io.hydrant.server;

import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.directory.ListDeliveryStreams;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.quota.EncryptionCallsLeft;
import io.hydrant.core.stream.StreamSummary;
import io.hydrant.inspector.LiveNames;
import io.hydrant.inspector.LiveStreams;
import io.hydrant.runtime.stream.FirehoseDependencies;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The inspector's streams, asked of the entities wherever they live. Each is asked once: a node of
 * the previous version does not understand the question and writes that to its log.
 */
record LiveStreamEntities(FirehoseDependencies firehose) implements LiveStreams {
  @Override
  public CompletionStage<LiveNames> names(String place, int most) {
    LivePages pages =
        (after, some) ->
            firehose
                .directories()
                .ask(place, new ListDeliveryStreams(Optional.of(some), Optional.empty(), after))
                .thenApply(reply -> part(LivePages.output(reply)));
    return pages.upTo(most);
  }

  private static LivePages.Part part(ListDeliveryStreams.Output page) {
    List<String> names = page.deliveryStreamNames();
    return new LivePages.Part(
        names,
        page.hasMore() && !names.isEmpty()
            ? Optional.of(names.get(names.size() - 1))
            : Optional.empty());
  }

  @Override
  public CompletionStage<Optional<Now>> look(String id) {
    return Patience.with(firehose.streams().ask(id, new StreamSummary.Read()))
        .thenCompose(
            reply ->
                reply.fold(
                    stream -> now(stream).thenApply(Optional::of),
                    error -> CompletableFuture.completedFuture(Optional.empty())));
  }

  /** Reads the parts of a stream; one that does not answer is left out. */
  private CompletionStage<Now> now(StreamSummary stream) {
    String id = StreamId.of(stream.arn(), stream.generation());
    return answer(firehose.buffers().ask(id, new BufferCommand.Summarize()))
        .thenCombine(
            answer(firehose.budgets().ask(id, new EncryptionCallsLeft())),
            (buffer, left) -> new Now(stream, left, buffer));
  }

  private static <T> CompletionStage<Optional<T>> answer(CompletionStage<Reply<T>> asked) {
    return Patience.with(asked)
        .handle(
            (reply, failure) ->
                failure == null
                    ? reply.fold(Optional::of, error -> Optional.<T>empty())
                    : Optional.empty());
  }
}
