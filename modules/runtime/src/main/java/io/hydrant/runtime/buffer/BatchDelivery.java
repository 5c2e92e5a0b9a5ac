package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.destination.S3Access;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.delivery.Compression;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Decrypts the records of a batch, compresses them and uploads the object. The exception of a
 * failed stage contains the reason in a sentence, and the batch is retried with the same object.
 */
public final class BatchDelivery {
  private final KmsPort kms;
  private final ObjectStore store;
  private final Tracing spans;
  private final Executor blocking;

  /**
   * Creates a delivery.
   *
   * @param blocking runs uploads, which block
   */
  public BatchDelivery(KmsPort kms, ObjectStore store, Tracing spans, Executor blocking) {
    this.kms = kms;
    this.store = store;
    this.spans = spans;
    this.blocking = blocking;
  }

  CompletionStage<Void> deliver(Batch batch, List<AppendedRecords> chunks, DeliveryView view) {
    Tracing.Span span = spans.delivery(view.arn());
    return CorrelationContexts.runIn(span.origin(), () -> send(batch, chunks, view))
        .whenComplete((done, failure) -> span.ended(failure == null ? "OK" : "Failed"));
  }

  private CompletionStage<Void> send(Batch batch, List<AppendedRecords> chunks, DeliveryView view) {
    CorrelationContext origin = CorrelationContexts.current();
    DataKeyDecryptor keys = new DataKeyDecryptor(kms, view.arn());
    CompletionStage<Map<Integer, Bytes>> opened =
        CompletableFuture.completedFuture(new HashMap<>());
    for (int epoch :
        chunks.stream().mapToInt(AppendedRecords::epoch).filter(e -> e != 0).distinct().toArray()) {
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
            CorrelationContexts.runIn(
                origin,
                () ->
                    store.put(
                        object(batch, compression, view),
                        compression.compress(body(chunks, view, all)))),
        blocking);
  }

  /** The key and the role are those of now, so that an update of them helps a batch that waits. */
  private static ObjectWrite object(Batch batch, Compression compression, DeliveryView view) {
    return new ObjectWrite(
        batch.target().bucket(),
        batch.target().key(),
        compression.contentEncoding(),
        S3Access.of(view.destination(), view.arn()));
  }

  private static KeyEpoch epochOf(DeliveryView view, int number) {
    return view.epochs().stream()
        .filter(epoch -> epoch.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The data key of epoch "
                        + number
                        + " does not exist any more; its records cannot be decrypted."));
  }

  private static Bytes orThrow(int epoch, Reply<Bytes> reply) {
    return reply.fold(
        key -> key,
        refusal -> {
          throw new DataKeyDecryptException(epoch, refusal);
        });
  }

  private static byte[] body(
      List<AppendedRecords> chunks, DeliveryView view, Map<Integer, Bytes> keys) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (AppendedRecords chunk : chunks) {
      long position = chunk.firstPosition();
      for (Bytes record : chunk.records()) {
        data.writeBytes(clear(chunk, position++, record, view, keys));
      }
    }
    return data.toByteArray();
  }

  private static byte[] clear(
      AppendedRecords chunk,
      long position,
      Bytes record,
      DeliveryView view,
      Map<Integer, Bytes> keys) {
    if (chunk.epoch() == 0) {
      return record.unsafeArray();
    }
    return RecordSealer.open(keys.get(chunk.epoch()), view.arn(), chunk.epoch(), position, record)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The record at position "
                        + position
                        + " does not match its seal: the journal has been changed."));
  }
}
