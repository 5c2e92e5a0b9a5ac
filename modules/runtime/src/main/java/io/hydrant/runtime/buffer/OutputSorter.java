package io.hydrant.runtime.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.core.buffer.ActivePartitions;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessedRecords;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.processing.ErrorLines;
import io.hydrant.delivery.processing.PipelineRecord;
import io.hydrant.delivery.processing.Processed;
import io.hydrant.delivery.processing.RecordFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts what processing made of a batch by the place where it goes, and encrypts it. */
final class OutputSorter {
  /** AWS's words for it are known by its users; its code is not known. */
  private static final String TOO_MANY_PARTITIONS =
      "The number of active partitions has exceeded the configured limit";

  private static final String TOO_MANY_CODE = "DynamicPartitioning.ActivePartitionsLimitExceeded";
  private static final String LAMBDA_CODES = "Lambda.";

  /** Records of one place with the same time of arrival. */
  private record Group(OutputPlace place, Instant arrivedAt) {}

  private final DeliveryView view;
  private final Processing processing;
  private final ActivePartitions partitions;
  private final Instant now;
  private final Map<Group, List<Bytes>> groups = new LinkedHashMap<>();
  private long beyondPartitionsLimit;

  /**
   * Creates a sorter for one batch.
   *
   * @param buffer the stream's buffer, whose active partitions count
   */
  OutputSorter(DeliveryView view, RecordBuffer buffer, Instant now) {
    this.view = view;
    this.processing = Processing.of(view.destination());
    this.partitions = ActivePartitions.of(buffer);
    this.now = now;
  }

  /**
   * Returns the encrypted records of each place.
   *
   * @param firstPosition the position of the first of them
   */
  List<ProcessedRecords> sorted(OpenedRecords from, Processed processed, long firstPosition) {
    processed.records().forEach(this::addData);
    processed.failures().forEach(this::addFailure);
    if (processing.backup().isPresent()) {
      from.records().forEach(each -> add(OutputPlace.backup(), each.arrivedAt(), each.data()));
    }
    List<ProcessedRecords> made = new ArrayList<>();
    long position = firstPosition;
    for (Map.Entry<Group, List<Bytes>> group : groups.entrySet()) {
      ProcessedRecords records = sealed(group.getKey(), group.getValue(), position, from);
      made.add(records);
      position = records.chunk().nextPosition();
    }
    return made;
  }

  /** Returns how many records failed because there were too many active partitions. */
  long beyondPartitionsLimit() {
    return beyondPartitionsLimit;
  }

  private void addData(PipelineRecord record) {
    OutputPlace place = place(record);
    if (partitions.admits(place)) {
      add(place, record.arrivedAt(), record.data());
    } else {
      beyondPartitionsLimit++;
      addFailure(
          new RecordFailure(
              record, RecordFailure.PROCESSING, TOO_MANY_CODE, TOO_MANY_PARTITIONS, 1));
    }
  }

  private OutputPlace place(PipelineRecord record) {
    return processing.partitioned()
        ? OutputPlace.data(record.queryKeys(), record.lambdaKeys())
        : OutputPlace.data();
  }

  private void addFailure(RecordFailure failure) {
    Optional<String> function =
        processing
            .lambda()
            .map(Processing.LambdaStep::functionArn)
            .filter(arn -> failure.code().startsWith(LAMBDA_CODES));
    add(
        OutputPlace.errors(failure.type()),
        failure.record().arrivedAt(),
        Bytes.wrap(ErrorLines.processing(List.of(failure), now, function).getBytes(UTF_8)));
  }

  private void add(OutputPlace place, Instant arrivedAt, Bytes data) {
    groups.computeIfAbsent(new Group(place, arrivedAt), first -> new ArrayList<>()).add(data);
  }

  private ProcessedRecords sealed(
      Group group, List<Bytes> records, long firstPosition, OpenedRecords from) {
    List<Bytes> stored = new ArrayList<>(records.size());
    long bytes = 0;
    for (Bytes record : records) {
      long position = firstPosition + stored.size();
      bytes += record.size();
      stored.add(
          from.key()
              .map(key -> RecordSealer.seal(key, view.arn(), from.epoch(), position, record))
              .orElse(record));
    }
    return new ProcessedRecords(
        group.place(),
        policy(group.place()),
        new AppendedRecords(group.arrivedAt(), firstPosition, from.epoch(), stored, bytes));
  }

  private BufferingPolicy policy(OutputPlace place) {
    return BufferSettings.policy(
        place.kind() == OutputPlace.Kind.BACKUP
            ? processing.backup().orElseThrow().buffering()
            : view.buffering());
  }
}
