package io.hydrant.runtime.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.destination.Conversion;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.destination.S3Access;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.Compression;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.ObjectWrite;
import io.hydrant.delivery.conversion.ConversionInput;
import io.hydrant.delivery.conversion.Converted;
import io.hydrant.delivery.conversion.RecordConverter;
import io.hydrant.runtime.tracing.CorrelationContexts;
import io.hydrant.runtime.tracing.Tracing;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Decrypts the records of a batch, converts or compresses them and uploads the object. The
 * exception of a failed stage contains the reason in a sentence, and the batch is retried with the
 * same object.
 */
public final class BatchDelivery {
  private final RecordOpener opener;
  private final ObjectStore store;
  private final RecordConverter converter;
  private final Tracing spans;
  private final DeliveryReports reports;
  private final Executor blocking;

  /**
   * Creates a delivery.
   *
   * @param reports the attempts and their results
   * @param blocking runs uploads, which block
   */
  BatchDelivery(
      RecordOpener opener,
      ObjectStore store,
      RecordConverter converter,
      Tracing spans,
      DeliveryReports reports,
      Executor blocking) {
    this.opener = opener;
    this.store = store;
    this.converter = converter;
    this.spans = spans;
    this.reports = reports;
    this.blocking = blocking;
  }

  CompletionStage<Void> deliver(Batch batch, List<AppendedRecords> chunks, DeliveryView view) {
    Tracing.Span span = spans.delivery(view.arn());
    return CorrelationContexts.runIn(span.origin(), () -> send(batch, chunks, view))
        .whenComplete(
            (done, failure) -> {
              span.ended(failure == null ? "OK" : "Failed");
              Optional.ofNullable(failure)
                  .ifPresent(cause -> reports.deliveryFailed(view, kind(batch), cause));
            });
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
    S3Access access = access(place, view);
    Optional<Conversion> conversion =
        batch.errors().flatMap(errors -> Conversion.of(view.destination(), view.arn()));
    if (conversion.isPresent()) {
      Converted converted = converter.convert(conversion.get(), inputs(opened), batch.plannedAt());
      upload(batch, converted, conversion.get().contentEncoding(), access);
      reports.delivered(view, opened, converted);
      return;
    }
    Compression compression = Compression.of(batch.target().compression());
    byte[] body =
        switch (place.kind()) {
          case DATA -> joined(opened.data(), Processing.appendsDelimiter(view.destination()));
          case ERRORS -> joined(opened.data(), true);
          case BACKUP -> joined(opened.data(), false);
        };
    put(batch.target(), compression.contentEncoding(), access, compression.compress(body));
    reports.delivered(view, place.kind(), opened);
  }

  private static OutputPlace.Kind kind(Batch batch) {
    return batch.place().map(OutputPlace::kind).orElse(OutputPlace.Kind.DATA);
  }

  /**
   * Uploads the lines of failed records first: without them the file is not delivered. Their time
   * is that of the plan, so that a repetition uploads the same bytes.
   */
  private void upload(
      Batch batch, Converted converted, Optional<String> contentEncoding, S3Access access) {
    if (!converted.errorLines().isEmpty()) {
      byte[] lines = String.join("\n", converted.errorLines()).getBytes(UTF_8);
      put(batch.errors().orElseThrow(), Optional.empty(), access, lines);
    }
    converted
        .file()
        .ifPresent(file -> put(batch.target(), contentEncoding, access, file.unsafeArray()));
  }

  private static List<ConversionInput> inputs(OpenedRecords opened) {
    return opened.records().stream()
        .map(each -> new ConversionInput(each.arrivedAt(), each.data(), number(each.position())))
        .toList();
  }

  /** Returns the number of a record in its stage, from 0. */
  private static long number(long position) {
    return position >= StagedRecords.FIRST_POSITION
        ? position - StagedRecords.FIRST_POSITION
        : position;
  }

  /** The key and the role are those of now, so that an update of them helps a batch that waits. */
  private static S3Access access(OutputPlace place, DeliveryView view) {
    return place.kind() == OutputPlace.Kind.BACKUP
        ? S3Access.ofBackup(view.destination(), view.arn())
        : S3Access.of(view.destination(), view.arn());
  }

  private void put(
      S3ObjectLocation target, Optional<String> contentEncoding, S3Access access, byte[] body) {
    store.put(new ObjectWrite(target.bucket(), target.key(), contentEncoding, access), body);
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
