package io.hydrant.replay.projection;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.OutputBuffer;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the events of a buffer, without the arrivals of records, say about its deliveries: the
 * processed records that wait, by place, and what fails now. The data of records is not held.
 */
final class DeliveryMoment implements BufferEvent.Visitor<DeliveryMoment> {
  /** The processed records that wait, by place; each chunk by the position after it. */
  private final Map<OutputPlace, NavigableMap<Long, Integer>> waiting = new LinkedHashMap<>();

  private final Map<Long, Batch> batches = new TreeMap<>();
  private final Map<Long, DeliveryFailure> failures = new TreeMap<>();
  private Optional<DeliveryFailure> processing = Optional.empty();

  /** Returns the facts by their labels. */
  Map<String, String> facts() {
    Map<String, Integer> records = new LinkedHashMap<>();
    waiting.forEach(
        (place, chunks) ->
            records.merge(
                label(place),
                chunks.values().stream().mapToInt(Integer::intValue).sum(),
                Integer::sum));
    Map<String, String> facts = new LinkedHashMap<>();
    records.forEach((label, count) -> facts.put(label, Integer.toString(count)));
    processing.ifPresent(failure -> facts.put("Processing fails", FailureText.ofAll(failure)));
    failures.values().stream()
        .reduce((one, other) -> one.attempts() >= other.attempts() ? one : other)
        .ifPresent(
            worst ->
                facts.put(
                    failures.size() == 1
                        ? "Delivery fails"
                        : "Delivery of " + failures.size() + " objects fails",
                    FailureText.ofAll(worst)));
    return facts;
  }

  /** Partitions are counted together: a stream may have 500. */
  private static String label(OutputPlace place) {
    return "Processed records for " + (place.isPartition() ? "partitions" : PlaceText.of(place));
  }

  @Override
  public DeliveryMoment visit(BufferEvent.RecordsAppended event) {
    return this;
  }

  @Override
  public DeliveryMoment visit(ProcessingEvent.RecordsProcessed event) {
    processing = Optional.empty();
    event.made().forEach(each -> add(each.place(), each.chunk()));
    return this;
  }

  @Override
  public DeliveryMoment visit(ProcessingEvent.ProcessingAttemptFailed event) {
    processing = Optional.of(event.failed().failure());
    return this;
  }

  @Override
  public DeliveryMoment visit(ProcessingEvent.ProcessingGivenUp event) {
    processing = Optional.empty();
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.BatchPlanned event) {
    batches.put(event.batch().number(), event.batch());
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.BatchDelivered event) {
    return ended(event.number());
  }

  @Override
  public DeliveryMoment visit(BufferEvent.DeliveryAttemptFailed event) {
    failures.put(event.number(), event.failure());
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.DeliveryGivenUp event) {
    return ended(event.number());
  }

  @Override
  public DeliveryMoment visit(BufferEvent.EpochFenced event) {
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.FlushRequested event) {
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.BufferCloseRequested event) {
    return this;
  }

  @Override
  public DeliveryMoment visit(BufferEvent.RecordsDiscarded event) {
    return new DeliveryMoment();
  }

  @Override
  public DeliveryMoment visit(BufferEvent.BufferSnapshotTaken event) {
    DeliveryMoment then = new DeliveryMoment();
    RecordBuffer buffer = event.buffer();
    buffer.batch().ifPresent(batch -> then.inFlight(batch, buffer.failure()));
    for (OutputBuffer output : buffer.stagedRecords().outputs()) {
      output.pending().toList().forEach(chunk -> then.add(output.place(), chunk));
      output.batch().ifPresent(batch -> then.inFlight(batch, output.failure()));
    }
    then.processing = buffer.stagedRecords().failure().map(FailedProcessing::failure);
    return then;
  }

  private void inFlight(Batch batch, Optional<DeliveryFailure> failure) {
    batches.put(batch.number(), batch);
    failure.ifPresent(failed -> failures.put(batch.number(), failed));
  }

  private void add(OutputPlace place, AppendedRecords chunk) {
    waiting
        .computeIfAbsent(place, first -> new TreeMap<>())
        .put(chunk.nextPosition(), chunk.records().size());
  }

  private DeliveryMoment ended(long number) {
    failures.remove(number);
    Optional.ofNullable(batches.remove(number)).ifPresent(this::remove);
    return this;
  }

  private void remove(Batch batch) {
    batch
        .place()
        .flatMap(place -> Optional.ofNullable(waiting.get(place)))
        .ifPresent(chunks -> chunks.headMap(batch.endPosition(), true).clear());
    waiting.values().removeIf(NavigableMap::isEmpty);
  }
}
