package io.hydrant.runtime.buffer;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.destination.S3Access;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.Compression;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Decrypts the records of a batch, compresses them and uploads the object. The exception of a
 * failed stage contains the reason in a sentence, and the batch is retried with the same object.
 */
public final class BatchDelivery {
  private final RecordOpener opener;
  private final ObjectStore store;
  private final Tracing spans;
  private final Executor blocking;

  /**
   * Creates a delivery.
   *
   * @param blocking runs uploads, which block
   */
  BatchDelivery(RecordOpener opener, ObjectStore store, Tracing spans, Executor blocking) {
    this.opener = opener;
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
    return opener
        .open(chunks, view)
        .thenAcceptAsync(
            opened -> CorrelationContexts.runIn(origin, () -> upload(batch, opened, view)),
            blocking);
  }

  private void upload(Batch batch, OpenedRecords opened, DeliveryView view) {
    OutputPlace place = batch.place().orElseGet(OutputPlace::data);
    Compression compression = Compression.of(batch.target().compression());
    byte[] body =
        switch (place.kind()) {
          case DATA -> joined(opened.data(), Processing.appendsDelimiter(view.destination()));
          case ERRORS -> joined(opened.data(), true);
          case BACKUP -> joined(opened.data(), false);
        };
    store.put(write(batch.target(), compression, access(place, view)), compression.compress(body));
  }

  /** The key and the role are those of now, so that an update of them helps a batch that waits. */
  private static S3Access access(OutputPlace place, DeliveryView view) {
    return place.kind() == OutputPlace.Kind.BACKUP
        ? S3Access.ofBackup(view.destination(), view.arn())
        : S3Access.of(view.destination(), view.arn());
  }

  private static ObjectWrite write(
      S3ObjectLocation target, Compression compression, S3Access access) {
    return new ObjectWrite(
        target.bucket(), target.key(), compression.contentEncoding(), access);
  }

  /** Returns the records one after the other. */
  private static byte[] joined(List<Bytes> records, boolean lineFeeds) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    boolean first = true;
    for (Bytes record : records) {
      if (lineFeeds && !first) {
        data.write('\n');
      }
      data.writeBytes(record.unsafeArray());
      first = false;
    }
    return data.toByteArray();
  }
}
