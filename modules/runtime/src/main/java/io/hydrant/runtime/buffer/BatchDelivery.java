package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.Chunk;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Origin;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.delivery.Compression;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.runtime.kms.KmsLink;
import io.hydrant.runtime.origin.Origins;
import io.hydrant.runtime.origin.Spans;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Opens the records of a batch, compresses them and uploads the object. A failed stage says in a
 * sentence why, and the batch is tried again with the same object.
 */
public final class BatchDelivery {
  private final KmsLink kms;
  private final ObjectStore store;
  private final Spans spans;
  private final Executor blocking;

  /**
   * @param blocking runs uploads, which block
   */
  public BatchDelivery(KmsLink kms, ObjectStore store, Spans spans, Executor blocking) {
    this.kms = kms;
    this.store = store;
    this.spans = spans;
    this.blocking = blocking;
  }

  CompletionStage<Void> deliver(Batch batch, List<Chunk> chunks, DeliveryView view) {
    Spans.Span span = spans.delivery(view.arn());
    return Origins.during(span.origin(), () -> send(batch, chunks, view))
        .whenComplete((done, failure) -> span.ended(failure == null ? "OK" : "Failed"));
  }

  private CompletionStage<Void> send(Batch batch, List<Chunk> chunks, DeliveryView view) {
    Origin origin = Origins.current();
    BufferKeys keys = new BufferKeys(kms, view.arn());
    CompletionStage<Map<Integer, Bytes>> opened =
        CompletableFuture.completedFuture(new HashMap<>());
    for (int epoch :
        chunks.stream().mapToInt(Chunk::epoch).filter(e -> e != 0).distinct().toArray()) {
      opened =
          opened.thenCombine(
              keys.ask(epochOf(view, epoch)),
              (all, reply) -> {
                all.put(epoch, orThrow(epoch, reply));
                return all;
              });
    }
    Compression compression = Compression.of(batch.target().compression());
    return opened.thenAcceptAsync(
        all ->
            Origins.during(
                origin,
                () ->
                    store.put(
                        batch.target().bucket(),
                        batch.target().key(),
                        compression.compress(body(chunks, view, all)),
                        compression.contentEncoding())),
        blocking);
  }

  private static KeyEpoch epochOf(DeliveryView view, int number) {
    return view.epochs().stream()
        .filter(epoch -> epoch.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The data key of epoch " + number + " is gone; its records cannot be opened."));
  }

  private static Bytes orThrow(int epoch, Reply<Bytes> reply) {
    return reply.fold(
        key -> key,
        refusal -> {
          throw new KeyNotOpenedException(epoch, refusal);
        });
  }

  private static byte[] body(List<Chunk> chunks, DeliveryView view, Map<Integer, Bytes> keys) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Chunk chunk : chunks) {
      long position = chunk.firstPosition();
      for (Bytes record : chunk.records()) {
        data.writeBytes(clear(chunk, position++, record, view, keys));
      }
    }
    return data.toByteArray();
  }

  private static byte[] clear(
      Chunk chunk, long position, Bytes record, DeliveryView view, Map<Integer, Bytes> keys) {
    if (chunk.epoch() == 0) {
      return record.unsafeArray();
    }
    return RecordSealer.open(keys.get(chunk.epoch()), view.arn(), chunk.epoch(), position, record)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The record at position "
                        + position
                        + " is not what was sealed there: the journal has been changed."));
  }
}
